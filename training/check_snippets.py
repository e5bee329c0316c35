"""Runs every PyTorch snippet of the lessons and compares what its comments say with what comes out.

    python3 training/check_snippets.py [SLUG …]

Outside the build: it needs torch (Debian: apt install python3-torch). All ```python blocks of a lesson run in one
namespace, in order. A comment is checked where it ends the line of an expression, assignment, `return` or argument:

    y = layer(x)                 # {output:1×8×28×28}       the shape of the value
    layer.bias                   # 8                        the shape of a tensor of one dimension, or the number itself
    nn.Conv2d(3, 8, 5),          # {output:8×28×28}         a module: what comes out when it is called
    layer = nn.Conv2d(3, 8, 5)   # {kernel:8×3×5×5}         a module: the shape of its weight
    torch.allclose(a, b)         # True                     the value
    print(x.shape)               # torch.Size([1, 8])       what is printed

For modules and within functions the batch may be left out. A comment that starts with none of these is prose.
A ```text block right after a python block is what that block prints.
"""
import ast
import contextlib
import io
import pathlib
import re
import sys
import tokenize

import torch

LESSONS = pathlib.Path(__file__).parent.parent / 'content' / 'lessons'
BLOCK = re.compile(r'^```(python|text)\n(.*?)^```$', re.M | re.S)
CLAIM = re.compile(
    r'''\{(?P<role>\w+):(?P<told>\d+(?:×\d+)*)\}
      | (?P<shape>\d+(?:×\d+)+)
      | (?P<value>(?:True|False|None|torch\.Size\(\[[\d,\ ]*\]\))(?![\w(]))
      | (?P<number>−?\d[\d,]*(?:\.\d+)?)(?![\w×]|\s*[\w+×])''',
    re.X,
)


def blocks(file):
    """The python blocks of a lesson: (first line in the file, source, what it prints or None)."""
    text = file.read_text()
    found = list(BLOCK.finditer(text))
    for block, after in zip(found, [*found[1:], None]):
        if block[1] == 'python':
            between = text[block.end():after.start()] if after else '…'
            printed = after[2] if after and after[1] == 'text' and between.strip() == '' else None
            yield text[:block.start()].count('\n') + 2, block[2], printed


def claims(source):
    """Line → what its comment claims, as (role, text)."""
    found = {}
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        words = token.string[1:].strip()
        claim = CLAIM.match(words) if token.type == tokenize.COMMENT and token.line.strip() != token.string else None
        if claim:
            role, *said = claim.groups()
            found[token.start[0]] = (role or '', next(filter(None, said)))
    return found


class Instrument(ast.NodeTransformer):
    """Wraps each value whose line carries a claim, so that the claim is checked when the value is made."""

    def __init__(self, wanted):
        self.wanted = dict(wanted)
        self.batched = True

    def wrapped(self, node, line=None):
        line = line or node.end_lineno
        if line not in self.wanted:
            return node
        del self.wanted[line]
        call = ast.Call(ast.Name('__claim__', ast.Load()), [ast.Constant(line), ast.Constant(self.batched), node], [])
        return ast.fix_missing_locations(ast.copy_location(call, node))

    def visit_Expr(self, node):
        printed = isinstance(node.value, ast.Call) and getattr(node.value.func, 'id', '') == 'print'
        if printed and len(node.value.args) == 1:
            node.value.args[0] = self.wrapped(node.value.args[0], node.end_lineno)
        else:
            node.value = self.wrapped(node.value)
        return self.generic_visit(node)

    def visit_Assign(self, node):
        node.value = self.wrapped(node.value, node.end_lineno)
        return self.generic_visit(node)

    visit_Return = visit_Assign

    def visit_FunctionDef(self, node):
        self.batched = False
        self.generic_visit(node)
        self.batched = True
        return node

    def visit_Call(self, node):
        node.args = [argument if isinstance(argument, ast.Starred) else self.wrapped(argument) for argument in node.args]
        for keyword in node.keywords:
            keyword.value = self.wrapped(keyword.value)
        return self.generic_visit(node)


def differs(value, role, claimed, batched):
    """'' if the value is what the comment says, else what it is."""
    if isinstance(value, torch.nn.Module):
        value = value.weight
    if isinstance(value, torch.Tensor):
        shape = '×'.join(map(str, value.shape))
        if role == '' and value.dim() == 0:
            return '' if same(value.item(), claimed) else str(value.item())
        return '' if claimed.replace(',', '') in ([shape] if batched else [shape, '×'.join(map(str, value.shape[1:]))]) else shape
    if isinstance(value, torch.Size) and '×' in claimed:
        shape = '×'.join(map(str, value))
        return '' if claimed == shape else shape
    return '' if same(value, claimed) else str(value)


def same(value, claimed):
    """Numbers may be rounded in the comment."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return str(value) == claimed
    decimals = len(claimed.partition('.')[2])
    try:
        return abs(value - float(claimed.replace(',', '').replace('−', '-'))) <= (0.5 * 10 ** -decimals if decimals else 0)
    except ValueError:
        return False


class Lesson:
    """Runs one lesson's blocks and collects a row for each claim."""

    def __init__(self, file):
        self.name = f'{file.parent.name}/{file.stem}'
        self.rows = {}
        self.names = {'__name__': 'lesson', '__claim__': self.claim}
        torch.manual_seed(1)
        for first, source, printed in blocks(file):
            self.run(first, source, printed)

    def claim(self, line, batched, value):
        first, role, claimed = self.first, *self.wanted[line]
        place = first + line - 1
        if isinstance(value, torch.nn.Module) and role != 'kernel':
            row = self.rows[place]
            value.register_forward_hook(lambda _module, _inputs, output: row.append(differs(output, role, claimed, False)))
        else:
            self.rows[place].append(differs(value, role, claimed, batched))
        return value

    def run(self, first, source, printed):
        self.first, self.wanted = first, claims(source)
        instrument = Instrument(self.wanted)
        tree = instrument.visit(ast.parse(source))
        for line in self.wanted:
            self.rows[first + line - 1] = ClaimRow(self.wanted[line][1], source.splitlines()[line - 1].split('#')[0].strip())
        for line in instrument.wanted:
            self.rows[first + line - 1].append('nothing on this line has a value')
        output = io.StringIO()
        try:
            with contextlib.redirect_stdout(output):
                exec(compile(tree, self.name, 'exec'), self.names)
        except Exception as error:
            self.rows[first] = ClaimRow('runs', source.splitlines()[0])
            self.rows[first].append(f'{type(error).__name__}: {error}')
        if printed is not None:
            row = self.rows[first + len(source.splitlines()) + 1] = ClaimRow('what it prints', source.splitlines()[-1])
            row.append('' if output.getvalue().strip() == printed.strip() else output.getvalue().strip())


class ClaimRow(list):
    """What each run of a line gave: '' where it was as claimed."""

    def __init__(self, claimed, code):
        super().__init__()
        self.claimed, self.code = claimed, code

    @property
    def fault(self):
        return 'never reached' if not self else next(filter(None, self), '')


def main(slugs):
    files = [file for file in sorted(LESSONS.glob('*/*.mdx')) if not slugs or file.stem in slugs]
    checked = faults = 0
    for file in files:
        lesson = Lesson(file)
        if not lesson.rows:
            print(f'{lesson.name}: no comment that can be checked')
        for line, row in sorted(lesson.rows.items()):
            checked += 1
            faults += row.fault != ''
            found = f'  IS: {row.fault}' if row.fault else ''
            print(f'{"differs" if found else "right":8} {lesson.name}:{line:<4} {row.claimed:24} {row.code[:70]}{found}')
    print(f'{len(files)} lessons, {checked} comments checked, {faults} differ (torch {torch.__version__})')
    return 1 if faults or not files else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
