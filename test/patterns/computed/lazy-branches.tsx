/** The branch that is not taken is not computed, so it may rely on what the condition says. */
import { action, pattern, Writable } from 'commonfabric';

interface User {
  name: string;
}

const initial = (name: string): string => {
  if (name === '') throw new Error('the wrong branch was computed');
  return name.charAt(0);
};

export default pattern(() => {
  const user = new Writable<User | null>(null);
  const name = new Writable('');
  return {
    greeting: user.get() === null ? 'sign in' : user.get()!.name.toUpperCase(),
    guarded: user.get() && user.get()!.name.length,
    initial: name.get() === '' ? '-' : initial(name.get()),
    signIn: action(() => user.set({ name: 'ada' })),
    setName: action(() => name.set('zoe')),
    signOut: action(() => user.set(null)),
  };
});
