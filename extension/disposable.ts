/** Something that ends; what the editor calls so is a class, which our frozen records are not. */
export interface Disposable {
  readonly dispose: () => void;
}
