/**
 * The fields of a submitted form by their plain names: the input `comment.text` comes back as `text`.
 *
 * Clients on phones refuse a whole card in which two inputs have the same id, even in different forms, so each
 * form's inputs carry its name. A click sends only the inputs of its own form. Values that are no text are left out.
 */
export function formValues(data: unknown): Readonly<Record<string, string>> {
  if (typeof data !== 'object' || data === null) return {};
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name.slice(name.lastIndexOf('.') + 1), value]] : [],
    ),
  );
}
