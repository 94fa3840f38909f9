// What pages and Python agree on. Written by `make contract` from calculators/contract.py.

/**
 * @typedef {object} Requests
 * @property {{ calculator: string, values: Record<string, string> }} evaluate
 * @property {{ scenarios: Record<string, any>[] }} compare
 * @property {{ values: Record<string, string>, stamp: string }} calendar
 * @property {{ kind: string, document: string, today: string }} document
 * @property {{ incoming: string, current: string }} import
 * @property {{ document: string }} overview
 */

/**
 * @typedef {object} Replies
 * @property {{ errors: Record<string, string>, html: string }} evaluate
 * @property {{ html: string }} compare
 * @property {{ name: string, mime: string, data: string, warnings: string[] } | { error: string }} calendar
 * @property {{ name: string, mime: string, data: string, warnings: string[] } | { error: string }} document
 * @property {{ html: string, document: string } | { error: string }} import
 * @property {{ html: string, errors: Record<string, string>, warnings: string[] } | { error: string }} overview
 */

export const VERSION = 1;
export const MIGRATIONS = [{ checklist: { true: { status: "klaar" }, false: { status: "te-doen" } } }];
export const MOST_SCENARIOS = 10;
export const LARGEST_FILE = 2000000;
