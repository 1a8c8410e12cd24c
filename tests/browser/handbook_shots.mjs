// The pictures of docs/handbook: who looks at which page of the demonstration, and what is done there first. A picture begins at the top
// of the page, or at the element `at`, and ends with the element `to`, or with the page's own content: nothing is cut through.
const PEOPLE = ['#f-rows', '区科技局\t周宁\tkeji2\n区商务局\t吴静\tshangwu2'];

export const HANDBOOK_SHOTS = [
  { file: 'ledger', who: 'fagai', path: '/reports', to: 'tbody tr:nth-child(5)' },
  { file: 'returned', who: 'fagai', path: '/reports/2020-08/5/fagai', to: '.rform .frow' },
  { file: 'report', who: 'fagai', path: '/reports/2020-08/9/fagai', to: '.frow:nth-of-type(4)' },
  { file: 'confirm', who: 'fagai', path: '/reports/2020-08/confirm', at: '.crumb' },
  { file: 'dispatch', who: 'office', path: '/dispatch', to: '.key' },
  { file: 'reminder', who: 'office', path: '/dispatch', at: '#calls', to: '.call' },
  { file: 'review', who: 'office', path: '/review?line=2020-08.7.fagai', at: '.desk', to: '.decide' },
  { file: 'accept-clean', who: 'office', path: '/review/accept-clean' },
  { file: 'period', who: 'office', path: '/dispatch/2020-08' },
  { file: 'first-period', who: 'office', path: '/settings/first_period' },
  { file: 'units', who: 'office', path: '/admin/units', to: 'tbody tr:nth-child(6)' },
  { file: 'users', who: 'admin', path: '/admin/users', to: 'tbody tr:nth-child(8)' },
  { file: 'receipt', who: 'fagai', path: '/reports/2020-08/confirm', press: '.savebar .btn--main' },
  { file: 'attachment', who: 'fagai', path: '/reports/2020-08/2/fagai', upload: '能耗限额核查情况.pdf', at: '.rform .frow:nth-last-of-type(2)' },
  { file: 'paste', who: 'admin', path: '/admin/users', at: '#h-many', fill: PEOPLE },
  { file: 'preview', who: 'admin', path: '/admin/users', fill: PEOPLE, press: '[action="/admin/users/preview"] button' },
  { file: 'slips', who: 'admin', path: '/admin/users', fill: PEOPLE, press: ['[action="/admin/users/preview"] button', '[formaction="/admin/users/batch"]'] },
  { file: 'user', who: 'admin', path: '/admin/users/keji' },
  { file: 'token', who: 'office', path: '/account', press: '[action="/account/tokens"] button', at: '#h-tokens' },
  { file: 'setup', empty: true, link: 'setup' },
  { file: 'password', who: null, link: 'invitation' },
];

// The picture of README.md, in docs/images.
export const README_SHOTS = [
  { file: 'tasks', empty: true, path: '/tasks', width: 1366, to: 'tbody tr:nth-child(5)' },
];
