/** The pages of a live session, which no lock covers. */
export const isRoom = (pathname: string): boolean => /^\/sessions\/[^/]+\/room(\/|$)/.test(pathname);
