/**
 * The one policy of Trusted Types that the scripts of pages make: the address of the worker.
 * https://www.w3.org/TR/trusted-types/
 */
export const workerPolicy = 'worker';
