// What is said where a role's permissions end, in each language; it comes with the pages of the desks, not with the first one.

export const mayNotEnglish = { enter: 'You read this page as {{role}}; there is nothing on it for you to enter.', ask: 'An administrator can give you another role.' };
export const mayNotFrench: typeof mayNotEnglish = { enter: 'Vous lisez cette page en tant que {{role}} ; rien n’y est à saisir pour vous.', ask: 'Un administrateur peut vous donner un autre rôle.' };
