// The pictures of docs/handbook: who looks at which page of the demonstration, how tall the picture is, and what is done there first.
// `at` begins the picture at an element; without it, it is the top of the window.
export const HANDBOOK_SHOTS = [
  { file: 'ledger', who: 'fagai', path: '/reports', height: 620 },
  { file: 'returned', who: 'fagai', path: '/reports/2020-08/5/fagai', height: 560 },
  { file: 'report', who: 'fagai', path: '/reports/2020-08/9/fagai', height: 760 },
  { file: 'confirm', who: 'fagai', path: '/reports/2020-08/confirm', height: 700 },
  { file: 'dispatch', who: 'office', path: '/dispatch', height: 760 },
  { file: 'reminder', who: 'office', path: '/dispatch', at: '#calls', height: 300 },
  { file: 'review', who: 'office', path: '/review?line=2020-08.15.zhujian', height: 720 },
  { file: 'accept-clean', who: 'office', path: '/review/accept-clean', height: 560 },
  { file: 'period', who: 'office', path: '/dispatch/2020-08', height: 500 },
  { file: 'first-period', who: 'office', path: '/settings/first_period', height: 460 },
  { file: 'users', who: 'admin', path: '/admin/users', height: 480 },
  { file: 'receipt', who: 'fagai', path: '/reports/2020-08/confirm', press: '.savebar .btn--main', height: 560 },
  { file: 'paste', who: 'admin', path: '/admin/users', at: '#f-rows', above: 90, fill: ['#f-rows', '区科技局\t周宁\tkeji2\n区商务局\t吴静\tshangwu2'], height: 330 },
  { file: 'preview', who: 'admin', path: '/admin/users', fill: ['#f-rows', '区科技局\t周宁\tkeji2\n区商务局\t吴静\tshangwu2'], press: '[action="/admin/users/preview"] button', height: 420 },
  { file: 'slips', who: 'admin', path: '/admin/users', fill: ['#f-rows', '区科技局\t周宁\tkeji2\n区商务局\t吴静\tshangwu2'], press: ['[action="/admin/users/preview"] button', '[formaction="/admin/users/batch"]'], height: 490 },
  { file: 'user', who: 'admin', path: '/admin/users/keji', height: 620 },
  { file: 'setup', empty: true, link: 'setup', height: 560 },
  { file: 'password', who: null, link: 'invitation', height: 480 },
];
