// Every page that is looked at in a browser, once for each state that it has. `file` names its pictures in shots/.
export const PAGES = [
  { file: 'home', path: '/' },
  { file: 'plan', path: '/plan' },
  { file: 'plan-found', path: '/plan?q=%E7%85%A4%E7%82%AD' },
  { file: 'indicators', path: '/indicators' },
  { file: 'indicators-of-a-kind', path: '/indicators?kind=monitored' },
  { file: 'indicator', path: '/indicators/6' },
  { file: 'indicator-qualitative', path: '/indicators/3' },
  { file: 'indicator-monitored', path: '/indicators/9' },
  { file: 'indicator-two-targets', path: '/indicators/18' },
  { file: 'tasks', path: '/tasks' },
  { file: 'tasks-filtered', path: '/tasks?unit=fagai&role=lead' },
  { file: 'tasks-none', path: '/tasks?unit=zhengfuban' },
  { file: 'task', path: '/tasks/9' },
  { file: 'task-joint', path: '/tasks/14' },
  { file: 'task-without-requirement', path: '/tasks/10' },
  { file: 'unit', path: '/units/fagai' },
  { file: 'unit-group', path: '/units/jiedao' },
  { file: 'unit-without-task', path: '/units/zhengfuban' },
  { file: 'error-not-found', path: '/nothing-here', status: 404 },
  { file: 'error-unknown-task', path: '/tasks/99', status: 404 },
  { file: 'error-unknown-filter', path: '/tasks?unit=nobody', status: 422 },
];

export const SIZES = [
  { name: '1366', width: 1366, height: 768 },
  { name: '390', width: 390, height: 844 },
];

// 1366 px at 200 %.
export const ZOOMED = { name: 'zoomed', width: 683, height: 384 };

export const SHOTS = new URL('shots/', import.meta.url).pathname;
