/** The guest's entry; the order of the first two imports matters (see ses-boundary.ts). */
import 'ses';
import './ses-boundary.ts';
import { createRuntime, refusalOf, warmUpPattern } from '../runtime/index.ts';
import { takePowers } from './powers.ts';
import { startGuest } from './start.ts';

startGuest({ powers: takePowers(), createRuntime, runtimeRefusalOf: refusalOf, warmUpPattern });
