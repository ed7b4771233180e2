// An instant as a day and an hour in the reader's own zone and language: accounts and links belong to no operation's zone.

export const whenOf = (instant: string, language: string): string => new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
