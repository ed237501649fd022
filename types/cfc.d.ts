/** Information-flow labels: types that say who may see or write a value. A value is only its `T`. */

export type Cfc<T, _Label = unknown> = T;
export type Confidential<T, _Readers = unknown> = T;
export type AddIntegrity<T, _Mark = unknown> = T;
export type RequiresIntegrity<T, _Mark = unknown> = T;
export type TrustedActionWrite<T, _Action = unknown, _More = unknown, _Rest = unknown> = T;
export type TrustedActionWriteWithIntegrity<
  T,
  _Action = unknown,
  _Mark = unknown,
  _More = unknown,
> = T;
export type TrustedActionUiContract<_Action = unknown, _More = unknown, _Rest = unknown> = unknown;
export type WriteAuthorizedBy<T, _Who = unknown> = T;
export type RepresentsCurrentUser<T, _Mark = unknown> = T;
export type AuthoredByCurrentUser<T, _Mark = unknown> = T;
export type PolicyOf<T> = T;
export type CurrentPrincipal = unknown;
export type CfcAtom = any;

export declare const CFC_CONCEPT_KIND: any;
export declare const THIS_POLICY: any;
export declare const cfcAtom: any;
export declare const cfcPattern: any;
export declare function exchangeRule(...rule: any[]): any;
export declare function exchangeRules(...rules: any[]): any;
export declare function v(name: string): any;
