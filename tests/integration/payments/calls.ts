/** The paths of Dintero's calls, to plan a disturbance or to count what arrived. */
export const createCall = /^\/v1\/sessions-profile$/;
export const cancelCall = /^\/v1\/sessions\/[^/]+\/cancel$/;
export const refundCall = /^\/v1\/transactions\/[^/]+\/refund$/;
export const sessionRead = /^\/v1\/sessions\/[^/]+$/;
export const transactionRead = /^\/v1\/transactions\/[^/]+$/;
export const transactionList = /^\/v1\/transactions$/;
export const loginCall = /\/auth\/token$/;
