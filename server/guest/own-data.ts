/** An own data property; undefined for an accessor, so no code runs. Not for Proxies. */
export function ownData(value: object, key: PropertyKey): unknown {
  const property = Object.getOwnPropertyDescriptor(value, key);
  return property && 'value' in property ? (property.value as unknown) : undefined;
}
