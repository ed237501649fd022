/** The pages of messages whose examples are steps in a window without a folder. */
import { inEmptyWindow } from '../../process/errors/page.ts';
import { describePages } from '../suite/page-steps.ts';

describePages(inEmptyWindow);
