export {fileType} from './file-type.ts';
export {soundType} from './sound-type.ts';

/** The most that one file may have. */
export const FILE_BYTES = 5 * 1024 * 1024;
