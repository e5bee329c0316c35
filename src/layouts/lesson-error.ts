/** An authoring mistake, named with the file and the component that holds it. */
export function lessonError(lesson: App.Locals['lesson'], component: string, error: unknown): Error {
  const where = lesson ? `content/lessons/${lesson.locale}/${lesson.slug}.mdx` : 'A page';
  return new Error(`${where}: <${component}> ${error instanceof Error ? error.message : String(error)}`);
}
