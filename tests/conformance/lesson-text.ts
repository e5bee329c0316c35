import { readdirSync, readFileSync } from 'node:fs';
import { type MdastNode, mdxToMdast } from 'satteri';

/** One component or HTML tag of a lesson, with its attributes as they are written. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A paragraph, heading, cell or note as one string; formulas, code and values stand in it as one sign each. */
export interface Block {
  readonly text: string;
  readonly formulas: readonly string[];
}

/** The part of a lesson under one heading of the second level. */
export interface Section {
  readonly title: string;
  readonly tags: readonly Tag[];
  readonly blocks: readonly Block[];
  readonly code: readonly { readonly language: string; readonly lines: string }[];
}

export interface LessonText {
  readonly file: string;
  readonly locale: string;
  readonly slug: string;
  readonly frontMatter: string;
  readonly order: number;
  readonly part: number;
  readonly minutes: number;
  readonly prerequisites: readonly string[];
  /** Its first section stands in an `<Opener>`. */
  readonly opens: boolean;
  readonly sections: readonly Section[];
}

const FOLDER = 'content/lessons';

/** Every lesson of one language, read from its file. */
export const lessonsOf = (locale: string): LessonText[] =>
  readdirSync(`${FOLDER}/${locale}`)
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => readLesson(locale, file.replace(/\.mdx$/, '')));

const childrenOf = (node: MdastNode): readonly MdastNode[] => ('children' in node ? node.children : []);

/** Nodes that hold running text: what is inside one is read as one string. */
const isBlock = (node: MdastNode) =>
  ['paragraph', 'heading', 'tableCell'].includes(node.type) ||
  (node.type === 'mdxJsxFlowElement' && childrenOf(node).some((child) => child.type === 'text'));

/** The opener holds the first heading and all that belongs to it. */
const opened = (node: MdastNode): readonly MdastNode[] => (tagOf(node)?.name === 'Opener' ? childrenOf(node) : [node]);

function tagOf(node: MdastNode): Tag | undefined {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
  const attributes: Record<string, string> = {};
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') throw new Error(`<${node.name} {...}> is not for lessons.`);
    const { name, value } = attribute;
    attributes[name] = typeof value === 'object' && value !== null ? value.value : (value ?? 'true');
  }
  return { name: node.name ?? 'Fragment', attributes };
}

function flatten(node: MdastNode, formulas: string[]): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'inlineMath' || node.type === 'math') {
    formulas.push(node.value);
    return 'x';
  }
  if (node.type === 'inlineCode') return 'x';
  if (tagOf(node)?.name === 'Value') return '0';
  return childrenOf(node)
    .map((child) => flatten(child, formulas))
    .join('');
}

function read(node: MdastNode, section: { tags: Tag[]; blocks: Block[]; code: { language: string; lines: string }[] }) {
  const tag = tagOf(node);
  if (tag) section.tags.push(tag);
  if (node.type === 'code') section.code.push({ language: node.lang ?? '', lines: node.value });
  const formulas: string[] = [];
  if (node.type === 'math') section.blocks.push({ text: '', formulas: [node.value] });
  if (isBlock(node)) section.blocks.push({ text: flatten(node, formulas), formulas });
  for (const child of childrenOf(node)) {
    // Text is read once, by its outermost block; tags are collected at every depth.
    if (isBlock(node)) collectTags(child, section.tags);
    else read(child, section);
  }
}

function collectTags(node: MdastNode, tags: Tag[]) {
  const tag = tagOf(node);
  if (tag) tags.push(tag);
  for (const child of childrenOf(node)) collectTags(child, tags);
}

function readLesson(locale: string, slug: string): LessonText {
  const file = `${FOLDER}/${locale}/${slug}.mdx`;
  const tree = mdxToMdast(readFileSync(file, 'utf8'), { features: { math: true, frontmatter: true } });
  let frontMatter = '';
  const sections: { title: string; tags: Tag[]; blocks: Block[]; code: { language: string; lines: string }[] }[] = [];
  for (const node of childrenOf(tree).flatMap(opened)) {
    if (node.type === 'yaml') frontMatter = node.value;
    else if (node.type === 'heading' && node.depth === 2)
      sections.push({
        title: flatten(node, []),
        tags: [],
        blocks: [{ text: flatten(node, []), formulas: [] }],
        code: [],
      });
    else {
      const section = sections.at(-1);
      if (!section) throw new Error(`${file}: text before the first heading; a lesson opens with its question.`);
      read(node, section);
    }
  }
  const field = (name: string) => new RegExp(`^${name}: *(.*)$`, 'm').exec(frontMatter)?.[1] ?? '';
  return {
    file,
    locale,
    slug,
    frontMatter,
    order: Number(field('order')),
    part: Number(field('part')),
    minutes: Number(field('minutes')),
    prerequisites: field('prerequisites').match(/[a-z0-9-]+/g) ?? [],
    opens: childrenOf(tree).some((node) => tagOf(node)?.name === 'Opener'),
    sections,
  };
}
