import type { Html } from './html.ts';

/**
 * Brings an element's content to the markup given, changing only what differs: fields keep focus, caret and undo.
 * Nodes are matched by their place, name and id.
 */
export function morph(target: Element, { text }: Html): void {
  const template = document.createElement('template');
  template.innerHTML = text;
  morphChildren(target, template.content);
}

function morphChildren(target: ParentNode & Node, wanted: ParentNode & Node): void {
  const old = [...target.childNodes];
  const next = [...wanted.childNodes];
  for (const [index, node] of next.entries()) {
    const was = old[index];
    if (was === undefined) target.append(node);
    else if (!morphNode(was, node)) was.replaceWith(node);
  }
  for (const node of old.slice(next.length)) node.remove();
}

/** False where the two are not the same kind of node, so that the new one must take the place. */
function morphNode(was: ChildNode, node: ChildNode): boolean {
  if (was.nodeType !== node.nodeType || was.nodeName !== node.nodeName) return false;
  if (!(was instanceof Element) || !(node instanceof Element)) {
    if (was.nodeValue !== node.nodeValue) was.nodeValue = node.nodeValue;
    return true;
  }
  if (was.id !== node.id) return false;
  for (const { name } of [...was.attributes]) if (!node.hasAttribute(name)) was.removeAttribute(name);
  for (const { name, value } of node.attributes) if (was.getAttribute(name) !== value) was.setAttribute(name, value);
  morphChildren(was, node);
  // What the reader changed is a property that the attribute no longer reaches.
  if (was instanceof HTMLInputElement) {
    was.checked = was.hasAttribute('checked');
    if (was.type === 'text' && was.value !== was.defaultValue) was.value = was.defaultValue;
  }
  if (was instanceof HTMLOptionElement) was.selected = was.defaultSelected;
  return true;
}
