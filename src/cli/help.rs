//! What the command says of itself.

/// `trangbao --help`
pub(super) const OVERVIEW: &str = "\
Reads article JSON as the viewer does: says what cannot be taken over, converts it, and makes a
site of it.

usage: trangbao check FILE|DIR|-...   say whether articles can be shown, and what is wrong
       trangbao convert FILE          write an article as native JSON, text or HTML
       trangbao site OPTIONS          make a site of a folder of articles
       trangbao schema                print the JSON Schema of the native format
       trangbao help COMMAND          tell more of a command
       trangbao --version

exit codes: 0 all is well, 1 something cannot be shown or written, 2 wrong usage
";

/// `trangbao help check`
pub(super) const CHECK: &str = "\
usage: trangbao check [OPTIONS] FILE|DIR|-...

Reads each file as the viewer does. Prints its format, headline, blocks, words and pictures, and
below it every warning or error: file:line:column: /json/pointer: what, and how to mend it.
Of a folder, every *.json in it at any depth is read, in order. `-` is standard input.

  --json         for machines: one JSON object a line and file (NDJSON), with the fields
                 file, shown, format, headline, blocks, words, pictures, articles (where a file
                 holds several) and findings: severity, line, column, pointer, message
  --strict       warnings fail, too
  --format NAME  read as this format, whatever the content says
  --base URL     the address of the file, or of its folder where it ends with /
  --             what follows is a file, even where it begins with -

exit codes: 0 all can be shown, 1 one cannot (or, with --strict, has a warning), 2 wrong usage
";

/// `trangbao help convert`
pub(super) const CONVERT: &str = "\
usage: trangbao convert [OPTIONS] FILE|-

Writes an article of any known format as native JSON. What could not be taken over is said on
standard error. Native JSON converted again stays as it is.

  -o, --output OUT  write to this file; to standard output where absent
  --to native       native JSON (the default); of a file with several articles, their catalogue
  --to text         plain text: headline, lede, body, captions, tables with tabs, footnotes
  --to html         a static page without scripts
  --number N        which of several articles, from 1
  --format NAME     read as this format, whatever the content says
  --base URL        the address of the file, or of its folder where it ends with /: relative
                    addresses become absolute. Without it they stay relative, so keep the output
                    in the folder of the input

exit codes: 0 written, 1 the file cannot be shown or written, 2 wrong usage
";

/// `trangbao help site`
pub(super) const SITE: &str = "\
usage: trangbao site --articles DIR --out DIR --base-url URL [OPTIONS]

Makes a complete site of a folder of articles, each a *.json at any depth, of any known format:
a page for each that needs no script, lists by section, feeds, a sitemap, and what a host has to
be told. Only what has changed is written, and what an earlier run wrote for articles that are
gone is removed. DIR may hold site.json with the paper's settings, and pictures and recordings,
which go along. The address of DIR/x.json counts as URL/articles/x.json.

  --articles DIR   the articles
  --out DIR        where the site is written
  --base-url URL   where the site will be: https://bao.example/
  --base-path /x/  the path below which it will be there, where URL does not say
  --app DIST       the viewer, as cargo xtask build wrote it for this path: it lies beside the
                   pages, and partners get their snippets
  --no-compress    no .br and .gz beside the files

exit codes: 0 done, 1 an article cannot be shown (the others are there) or a file cannot be
written, 2 wrong usage
";

/// `trangbao help schema`
pub(super) const SCHEMA: &str = "\
usage: trangbao schema

Prints the JSON Schema (2020-12) of the native format, with which editors complete and check as
you type. In VS Code: \"json.schemas\": [{ \"fileMatch\": [\"articles/*.json\"], \"url\": \"./article.schema.json\" }]
";
