/** Something that a child has recorded and not kept yet. */
export interface Voice {
  readonly sound: Blob;
  readonly seconds: number;
  /** What the child says that it is. */
  readonly alt: string;
}

/** Why nothing can be recorded: the child or the browser says no, or there is nothing to record with. */
export type NoMicrophone = 'refused' | 'missing';

/** The longest that a child can talk at once, in milliseconds. */
const LONGEST_MS = 300_000;
/** How often the browser hands over what it heard, in milliseconds. */
export const PART_MS = 200;
/** What more can be put behind, where the browser makes it. */
const TYPE = 'audio/webm;codecs=opus';
/** So much for a second of speech keeps the longest well below what the server takes. */
const BITS_PER_SECOND = 48_000;

/** One recording under way; it ends when it is stopped, after five minutes, and when the microphone does. */
export class Recording {
  /** What was recorded. */
  readonly done: Promise<Omit<Voice, 'alt'>>;
  readonly #recorder: MediaRecorder;
  readonly #hears: Promise<void>;

  /** Tells each part as soon as it is heard; a recording that goes on with another one is as much shorter. */
  private constructor(stream: MediaStream, heard: (part: Blob) => void, before: number) {
    const began = performance.now();
    const parts: Blob[] = [];
    const recorder = new MediaRecorder(stream, {
      audioBitsPerSecond: BITS_PER_SECOND,
      ...(MediaRecorder.isTypeSupported(TYPE) && {mimeType: TYPE}),
    });
    this.#recorder = recorder;
    this.#hears = new Promise(resolve => {
      recorder.addEventListener('stop', () => resolve());
      recorder.addEventListener('dataavailable', ({data}) => {
        if (data.size === 0) return;
        parts.push(data);
        heard(data);
        resolve();
      });
    });
    const limit = setTimeout(() => recorder.stop(), Math.max(0, LONGEST_MS - before * 1000));
    this.done = new Promise(resolve => {
      recorder.addEventListener('stop', () => {
        clearTimeout(limit);
        // Until then the browser shows that somebody listens.
        for (const track of stream.getTracks()) track.stop();
        const seconds = Math.round((performance.now() - began) / 1000);
        resolve({sound: new Blob(parts, {type: recorder.mimeType}), seconds});
      });
    });
    recorder.start(PART_MS);
  }

  /** Begins once the child lets the page listen, and it hears something: the first word isn't lost. */
  static async begin(heard: (part: Blob) => void, before: number): Promise<Recording | NoMicrophone> {
    if (!('mediaDevices' in navigator) || !('MediaRecorder' in globalThis)) return 'missing';
    try {
      const begun = new Recording(await navigator.mediaDevices.getUserMedia({audio: true}), heard, before);
      await begun.#hears;
      return begun;
    } catch (error) {
      const isRefused = error instanceof DOMException && error.name === 'NotAllowedError';
      return isRefused ? 'refused' : 'missing';
    }
  }

  stop(): void {
    if (this.#recorder.state !== 'inactive') this.#recorder.stop();
  }
}

/** A sound as base64, as the server takes it. */
export async function base64Of(sound: Blob): Promise<string> {
  const bytes = new Uint8Array(await sound.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
