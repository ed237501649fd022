/** What a pattern draws. */
import type { Cell, Stream } from './cells.js';

/** A rendered node. */
export interface VNode {
  readonly type: 'vnode';
  readonly name: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: readonly unknown[];
}

/** What the handlers of a view's events receive: the serialised event of the element. */
export interface ViewEvent {
  readonly type: string;
  readonly key?: string;
  readonly target?: { readonly name?: string; readonly value?: string; readonly checked?: boolean };
  // The element decides what it tells; every author reads another part of it.
  readonly detail?: { readonly [name: string]: never };
}

/** A bound handler, an action, or a function that is called in place. */
export type EventTarget = Stream<never> | Stream | ((event: ViewEvent) => unknown);

/** The properties of an element; `$name` binds both ways and wants a cell or a path of one. */
export interface ElementProperties {
  children?: unknown;
  key?: string | number;
  style?: string | Readonly<Record<string, unknown>>;
  [event: `on${string}`]: EventTarget | undefined;
  [binding: `$${string}`]: unknown;
  [property: string]: unknown;
}

declare global {
  namespace JSX {
    type Element = VNode;
    // A capitalised tag is a pattern, or a plain function that gives a node.
    type ElementType = string | ((input: never) => unknown);
    interface ElementChildrenAttribute {
      children: unknown;
    }
    interface IntrinsicAttributes {
      key?: string | number;
    }
    /** HTML, `cf-*` and `ct-*` alike. */
    interface IntrinsicElements {
      [name: string]: ElementProperties;
    }
  }
}

/** Anything that can stand between two tags. */
export type Renderable = VNode | Cell | string | number | boolean | null | undefined;
/** Something that draws itself. */
export interface UIRenderable {
  readonly $UI: VNode;
}
