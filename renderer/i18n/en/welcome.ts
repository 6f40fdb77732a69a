export const welcome = {
  title: 'Take card payments beside your till',
  lead: 'Tillside sends a sale to your Dintero terminal, shows what became of it, and refunds it. It never charges twice, never loses a sale, and never guesses.',
  connect: 'Connect to Dintero',
  connectText:
    'Pair this till with your store and its terminal. You need an account ID and an API client from Backoffice.',
  resume: 'You have begun: next is “{{step}}”.',
  training: 'Try in training mode',
  trainingText: 'A practice store with a simulated terminal. No account is needed, and no money moves.',
} as const;
