/** Names that authors write often: only what is close to one of them is taken for a slip. */

const html = (
  'a abbr article aside audio b blockquote body br button canvas caption cite code col colgroup ' +
  'data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer ' +
  'form h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li ' +
  'link main map mark menu meta meter nav object ol optgroup option output p param picture pre ' +
  'progress q rp rt ruby s samp script search section select slot small source span strong style ' +
  'sub summary sup svg table tbody td template textarea tfoot th thead time title tr track u ul ' +
  'var video wbr path circle rect line polyline polygon ellipse g text defs use tspan stop marker'
).split(' ');

const components = (
  'vstack hstack screen button input heading card vscroll hscroll label checkbox loader select ' +
  'textarea cell-link cell-context render message-input text badge vgroup hgroup chip ' +
  'profile-badge theme tab tab-list tab-panel tabs code-editor autocomplete toolbar drop-zone ' +
  'modal avatar field drag-source table empty-state message-beads grid prompt-input image-input ' +
  'file-input chart line-mark area-mark bar-mark dot-mark tags tag progress toggle toast keybind ' +
  'svg markdown map calendar picker form fragment hr separator slider switch radio radio-group ' +
  'accordion accordion-item alert collapsible list list-item link icon iframe spacer autolayout ' +
  'scroll-area skeleton tooltip menu popover copy-button fab kanban voice-input chat chat-message'
).split(' ');

/** HTML and the components, under both of their prefixes. */
export const elementNames: ReadonlySet<string> = new Set([
  ...html,
  ...components.flatMap((name) => [`cf-${name}`, `ct-${name}`]),
]);

/** Events of elements. */
export const eventNames: ReadonlySet<string> = new Set(
  (
    'Abort AnimationEnd AnimationIteration AnimationStart BeforeInput Blur Cancel Change Click ' +
    'Close ContextMenu Copy Cut DblClick DoubleClick Drag DragEnd DragEnter DragLeave DragOver ' +
    'DragStart Drop Error Focus FocusIn FocusOut Input Invalid KeyDown KeyPress KeyUp Load ' +
    'MouseDown MouseEnter MouseLeave MouseMove MouseOut MouseOver MouseUp Open Paste Pause Play ' +
    'PointerCancel PointerDown PointerEnter PointerLeave PointerMove PointerOut PointerOver ' +
    'PointerUp Remove Reset Resize Save Scroll Search Select Send Submit Toggle TouchCancel ' +
    'TouchEnd TouchMove TouchStart TransitionEnd Wheel Delete Edit Add Update'
  )
    .split(' ')
    .map((name) => `on${name}`),
);
