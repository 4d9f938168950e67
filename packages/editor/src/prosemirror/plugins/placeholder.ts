import {Plugin} from 'prosemirror-state';
import {Decoration, DecorationSet} from 'prosemirror-view';

/** What an empty section says, so that the first writer knows what to write. Gone with the first item. */
export function placeholder(prompt: string): Plugin {
  const draw = (): HTMLElement => {
    const element = document.createElement('p');
    element.className = 'goldthread-empty-prompt';
    element.textContent = prompt;
    element.contentEditable = 'false';
    return element;
  };
  return new Plugin({
    props: {
      decorations: ({doc}) =>
        doc.childCount === 0
          ? DecorationSet.create(doc, [Decoration.widget(0, draw, {key: 'prompt'})])
          : null,
      attributes: ({doc}) => (doc.childCount === 0 ? {'aria-placeholder': prompt} : {'aria-placeholder': ''}),
    },
  });
}
