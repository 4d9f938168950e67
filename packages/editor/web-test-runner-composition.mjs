/** Lets a test compose text as an input method does: only the browser's own protocol can. */
export function compositionCommands() {
  const sessions = new Map();
  return {
    name: 'composition-commands',
    async executeCommand({command, payload, session}) {
      if (command !== 'compose' && command !== 'commit') return undefined;
      const page = session.browser.getPage(session.id);
      const protocol = sessions.get(session.id) ?? (await page.context().newCDPSession(page));
      sessions.set(session.id, protocol);
      const {text} = payload;
      if (command === 'commit') await protocol.send('Input.insertText', {text});
      else {
        const selectionStart = text.length;
        await protocol.send('Input.imeSetComposition', {text, selectionStart, selectionEnd: selectionStart});
      }
      return true;
    },
  };
}
