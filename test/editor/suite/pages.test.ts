/** The pages of messages whose examples are steps in a window with a folder. */
import { inEditor } from '../../process/errors/page.ts';
import { describePages } from './page-steps.ts';

describePages(inEditor);
