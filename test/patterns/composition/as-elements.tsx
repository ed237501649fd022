/** A pattern and a plain function as JSX elements; what stands between the tags is `children`. */
import { pattern, UI } from 'commonfabric';
import type { Default, VNode, Writable } from 'commonfabric';

const Badge = pattern<{ text: string; tone?: string | Default<'calm'> }>(({ text, tone }) => ({
  [UI]: <cf-badge tone={tone}>{text}</cf-badge>,
}));
const Frame = ({ title, children }: { title: string; children?: unknown }): VNode => (
  <section title={title}>{children}</section>
);

export default pattern<{ name?: Writable<string | Default<'Ann'>> }>(({ name }) => ({
  [UI]: (
    <Frame title="frame">
      <Badge text={name} />
      <>
        <Badge text="fixed" tone="loud" />
      </>
    </Frame>
  ),
  name,
}));
