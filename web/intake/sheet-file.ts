// A sheet as it is sent: its name and its bytes in base64, read once.

export interface SheetFile {
  readonly name: string;
  readonly bytes: number;
  readonly content: string;
}

export async function readFile(file: File): Promise<SheetFile> {
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result as string));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the file cannot be read')));
    reader.readAsDataURL(file);
  });
  return { name: file.name, bytes: file.size, content: address.slice(address.indexOf(',') + 1) };
}

/** Cells copied out of a spreadsheet are text with tabs. */
export const pasted = (text: string, name: string): Promise<SheetFile> => readFile(new File([text], name));
