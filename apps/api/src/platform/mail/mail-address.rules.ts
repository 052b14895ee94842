/** "Helsingør Kommune <medvind@kommune.dk>" or the address alone. @returns null when it is neither */
export const addressOf = (from: string): string | null =>
  /^(?:[^<>\r\n]*<)?([^\s<>@,;"]+@[^\s<>@,;"]+)>?$/.exec(from.trim())?.[1] ?? null;
