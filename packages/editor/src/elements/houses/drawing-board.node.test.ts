import assert from 'node:assert/strict';
import test from 'node:test';
import {DrawingBoard} from './drawing-board.ts';
import {decodePoints, type Point} from './points.ts';

const SQUARE: readonly Point[] = [
  {x: 100, y: 100},
  {x: 300, y: 100},
  {x: 300, y: 300},
  {x: 100, y: 300},
  {x: 100, y: 100},
];

function drawn(...lines: (readonly Point[])[]): DrawingBoard {
  const board = new DrawingBoard();
  for (const [first, ...rest] of lines) {
    if (first === undefined) continue;
    board.down(first);
    for (const point of rest) board.move(point);
    board.up();
  }
  return board;
}

function turnTo(board: DrawingBoard, tool: DrawingBoard['tool']): void {
  while (board.tool !== tool) board.turn('tool');
}

test('each line is a step of its own, and undo takes back the last one only', () => {
  const board = drawn(SQUARE, [{x: 5, y: 5}]);
  assert.equal(board.drawing.strokes.length, 2);
  board.undo();
  assert.deepEqual(decodePoints(board.drawing.strokes[0]?.points ?? ''), SQUARE);
  board.undo();
  assert.ok(board.isEmpty && !board.mayUndo);
});

test('a press inside a line fills what it goes round, behind the lines; outside it fills the paper', () => {
  const board = drawn(SQUARE);
  turnTo(board, 'fill');
  board.down({x: 200, y: 200});
  assert.deepEqual(
    board.drawing.strokes.map(({tool}) => tool),
    ['fill', 'pen'],
  );
  assert.deepEqual(decodePoints(board.drawing.strokes[0]?.points ?? ''), SQUARE);
  board.down({x: 900, y: 600});
  assert.equal(decodePoints(board.drawing.strokes[0]?.points ?? '').length, 4);
});

test('the rubber takes away what lies under the press, and nothing where nothing lies', () => {
  const board = drawn(SQUARE);
  turnTo(board, 'stamp');
  board.down({x: 800, y: 500});
  turnTo(board, 'rubber');
  board.down({x: 600, y: 100});
  assert.deepEqual([board.drawing.strokes.length, board.drawing.stamps.length], [1, 1]);
  board.down({x: 800, y: 500});
  board.down({x: 102, y: 101});
  assert.ok(board.isEmpty);
});

test('a line that is too long to be kept as one goes on as another, with no point lost', () => {
  const line = Array.from({length: 2000}, (_, at) => ({x: at % 1000, y: (at * 7) % 600}));
  const board = drawn(line);
  const points = board.drawing.strokes.flatMap(({points: text}) => decodePoints(text));
  assert.ok(board.drawing.strokes.length > 1);
  assert.ok(board.drawing.strokes.every(({points: text}) => text.length <= 8192));
  assert.equal(
    new Set(points.map(({x, y}) => `${x} ${y}`)).size,
    new Set(line.map(({x, y}) => `${x} ${y}`)).size,
  );
});

test('the words for a drawing stay when a step is taken back', () => {
  const board = drawn(SQUARE);
  board.name('my window');
  board.undo();
  assert.equal(board.drawing.alt, 'my window');
});
