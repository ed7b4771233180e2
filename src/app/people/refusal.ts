// What the use cases about people answer when they cannot do what was asked. None says more than its asker may know.

export interface PeopleFailure {
  readonly code:
    | 'forbidden'
    | 'link-unknown'
    | 'link-ended'
    | 'name-taken'
    | 'unknown-member'
    | 'unknown-organisation'
    | 'unknown-token'
    | 'unknown-link'
    | 'unknown-delivery'
    | 'unknown-recipient'
    | 'last-administrator'
    | 'answered-otherwise'
    | 'bad-people';
  readonly message: string;
  readonly remedy: string;
}
