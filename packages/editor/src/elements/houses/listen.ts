/** Whether something can be read aloud on this device, without sending a word to anybody. */
export function canListen(): boolean {
  return 'speechSynthesis' in globalThis;
}

/**
 * Reads words aloud with a voice of the device itself; says whether there is one. Voices that work over a network are never used:
 * they would send a child's words away.
 */
export function listenTo(text: string): boolean {
  if (!canListen()) return false;
  const local = speechSynthesis.getVoices().filter(voice => voice.localService);
  const voice =
    local.find(({lang}) => lang.startsWith('en-GB')) ?? local.find(({lang}) => lang.startsWith('en'));
  if (voice === undefined) return false;
  speechSynthesis.cancel();
  const said = new SpeechSynthesisUtterance(text);
  said.voice = voice;
  said.lang = voice.lang;
  speechSynthesis.speak(said);
  return true;
}

/** Ends what is being read aloud. */
export function hush(): void {
  if (canListen()) speechSynthesis.cancel();
}
