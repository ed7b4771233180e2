// What the use cases about alerts answer when they cannot do what was asked.

export interface AlertFailure {
  readonly code: 'unknown-subscription' | 'unknown-message' | 'bad-address' | 'channel-off' | 'past-operation' | 'too-many-subscriptions';
  readonly message: string;
  readonly remedy: string;
}
