declare const style: string;
export default style;
