import {body} from './art/body.ts';
import {feelings} from './art/feelings.ts';
import {home} from './art/home.ts';
import {more} from './art/more.ts';
import {people} from './art/people.ts';
import {places} from './art/places.ts';
import {school} from './art/school.ts';
import {things} from './art/things.ts';
import type {SymbolPack} from '@goldthread/schema/symbols';

/** The free set that every child has: eight pages of at most nine pictures, drawn for Goldthread. */
export const goldthreadFirst: SymbolPack = {
  name: 'goldthread-first',
  licence: 'MIT',
  categories: [
    {id: 'people', word: 'People'},
    {id: 'feelings', word: 'Feelings'},
    {id: 'places', word: 'Places'},
    {id: 'school', word: 'School'},
    {id: 'home', word: 'Home'},
    {id: 'body', word: 'Body'},
    {id: 'things', word: 'Things'},
    {id: 'more', word: 'More'},
  ],
  symbols: [...people, ...feelings, ...places, ...school, ...home, ...body, ...things, ...more],
};
