export {Contacts, type NewContact} from './contacts.ts';
export type {ContactView} from './contact-view.ts';
