"""The commands of the app, group by group. A new one is a line here and an action where it works."""

from __future__ import annotations

from tui.command import Command
from tui.language import N_
from tui.panel_commands import PANEL_COMMANDS


def _selecting(action: str, keys: str, hint: str, help: str, footer: int = 0, shown: str = "") -> Command:
    """What can be done to a selection; it makes no sense in a list."""
    return Command("selection", action, keys, hint, help, footer, in_palette=False, shown=shown)


_APP = (
    Command("app", "help", "question_mark,f1", N_("help"), N_("Show all keys of this screen."), footer=1),
    Command("app", "command_palette", "ctrl+p", N_("commands"), N_("Find any command by name."), in_palette=False),
    Command("app", "toggle_theme", "ctrl+t", N_("light or dark"), N_("Change between light and dark.")),
    Command("app", "choose_theme", "T", N_("theme"), N_("Choose a theme, seeing each as you go.")),
    Command("app", "search_library", "ctrl+f", N_("search"), N_("Search the whole library.")),
    Command("app", "go_to", "g", N_("go to"), N_("Go to a symbol, a number, a place or a title."), footer=4),
    Command("app", "go_back", "backspace,alt+left", N_("back"), N_("Go back to where you stood before.")),
    Command("app", "go_forward", "alt+right", N_("forward"), N_("Go forward again.")),
    Command("app", "list_history", "h", N_("way back"), N_("List the way you came, to go back to a place of it.")),
    Command("app", "set_bookmark", "m", N_("bookmark"), N_("Set a bookmark on the paragraph: a letter, or a name.")),
    Command("app", "go_to_bookmark", "apostrophe", N_("to bookmark"), N_("Go to a bookmark by its letter or name.")),
    Command("app", "list_bookmarks", "M", N_("bookmarks"), N_("List all bookmarks, to go to one or remove it.")),
    Command("app", "list_recent", "ctrl+r", N_("recent"), N_("List the documents read lately, to go on with one.")),
    Command("app", "quit", "ctrl+q", N_("quit"), N_("Leave jueyi."), priority=True),
)

_LIBRARY = (
    Command("library", "filter", "slash", N_("filter"), N_("Show only documents that hold what you type."), 3),
    Command("library", "resume", "c", N_("continue"), N_("Go on reading where you stopped last."), 5),
    Command("library", "open_beside", "vertical_line", N_("beside"), N_("Open it beside the document read last.")),
    Command("library", "list_notes", "l", N_("annotations"), N_("List all tags and notes of the library."), 6),
    Command("library", "export", "e", N_("export"), N_("Write all tags and notes to a file."), 7),
    Command("library", "import", "I", N_("import"), N_("Take annotations in, of your own or of a colleague.")),
    Command("library", "add", "a", N_("add"), N_("Add a file, or all files of a folder, to the library."), 4),
    Command("library", "remove", "d,delete", N_("remove"), N_("Take the document out of the library.")),
    Command("library", "undo", "u,ctrl+z", N_("undo"), N_("Undo what was removed, pasted, tagged or noted last.")),
    Command("library", "redo", "U,ctrl+y", N_("redo"), N_("Do again what was undone last.")),
    Command("library", "refresh", "f5,r", N_("refresh"), N_("Look for new and changed files.")),
    Command("library", "paste", "v,ctrl+v", N_("paste"), N_("Add the text that the clipboard holds.")),
    Command("library", "escape", "escape", N_("all"), N_("End the filter; put the welcome away."), in_palette=False),
    Command("library", "quit", "q", N_("quit"), N_("Leave jueyi."), in_palette=False),
)

_TEXT = (
    Command("text", "next_paragraph", "j,down", N_("paragraph"), N_("Next paragraph."), 9, shown="j k"),
    Command("text", "previous_paragraph", "k,up", N_("paragraph up"), N_("Previous paragraph.")),
    Command("text", "page_down", "pagedown,space", N_("page"), N_("One page down.")),
    Command("text", "page_up", "pageup", N_("page up"), N_("One page up.")),
    Command("text", "half_page_down", "ctrl+d", N_("half a page"), N_("Half a page down.")),
    Command("text", "half_page_up", "ctrl+u", N_("half a page up"), N_("Half a page up.")),
    Command("text", "row_down", "ctrl+e,ctrl+down", N_("line"), N_("Scroll one line down.")),
    Command("text", "row_up", "ctrl+y,ctrl+up", N_("line up"), N_("Scroll one line up.")),
    Command("text", "first", "home", N_("beginning"), N_("To the beginning of the document.")),
    Command("text", "last", "end,G", N_("end"), N_("To the end of the document.")),
    Command("text", "next_link", "tab", N_("link"), N_("Next link of the paragraph."), footer=8),
    Command("text", "previous_link", "shift+tab", N_("link before"), N_("Previous link of the paragraph.")),
    Command(
        "text",
        "follow",
        "enter",
        N_("follow"),
        N_("Open the footnote, or go to what is cited."),
        footer=2,
    ),
    Command("text", "peek", "K", N_("peek"), N_("See what is cited, without going there."), footer=10),
    Command("text", "footnotes", "f", N_("footnote"), N_("Show the footnotes of the paragraph."), footer=5),
    Command("text", "select", "v", N_("select"), N_("Select text from here on; then ? shows by which keys.")),
    Command("text", "select_paragraph", "V", N_("select paragraph"), N_("Select the paragraph, or one more.")),
    Command("text", "pick", "asterisk", N_("pick"), N_("Pick paragraphs out, to be annotated together; Esc ends it.")),
    Command("text", "fold", "z", N_("fold"), N_("Fold the section away, or show it again.")),
    Command("text", "fold_all", "Z", N_("fold all"), N_("Fold all sections of this level away, or show all again.")),
)

_SWITCHES = (
    Command("reader", "view", "f4", N_("view"), N_("Choose what is seen beside and among the text.")),
    Command(
        "reader", "switch_footnotes", "f2", N_("footnotes in place"), N_("Show all footnotes in the text, or none.")
    ),
    Command("reader", "list_footnotes", "f3", N_("list of footnotes"), N_("List all footnotes, to go to a marker.")),
    Command(
        "reader",
        "switch_addresses",
        "",
        N_("addresses on or off"),
        N_("Show short addresses beside the text, or none."),
    ),
    Command(
        "reader",
        "switch_counts",
        "",
        N_("citation counts on or off"),
        N_("Show how often each paragraph is cited, or not."),
    ),
    Command(
        "reader",
        "switch_signs",
        "",
        N_("signs on or off"),
        N_("Show signs of tags and notes beside the text, or none."),
    ),
    Command("reader", "switch_tags", "", N_("tags on or off"), N_("Show tags below paragraphs, or not.")),
    Command("reader", "switch_notes", "", N_("notes on or off"), N_("Show notes below paragraphs, or not.")),
    Command("reader", "switch_bar", "", N_("scroll bar on or off"), N_("Show the scroll bar with its marks, or not.")),
)

_SELECTION = (
    _selecting("extend_character", "l,right", N_("character"), N_("One character more."), 5, shown="h l"),
    _selecting("extend_character_back", "h,left", N_("character back"), N_("One character back.")),
    _selecting("extend_word", "w", N_("word"), N_("To the end of the word, or of the next one."), 3, shown="w b"),
    _selecting("extend_word_back", "b", N_("word back"), N_("To the beginning of the word, or of the one before.")),
    _selecting(
        "extend_sentence",
        "right_parenthesis",
        N_("sentence"),
        N_("To the end of the sentence, or of the next one."),
        4,
        shown="( )",
    ),
    _selecting(
        "extend_sentence_back",
        "left_parenthesis",
        N_("sentence back"),
        N_("To the beginning of the sentence, or of the one before."),
    ),
    _selecting(
        "extend_paragraph",
        "right_curly_bracket",
        N_("paragraph"),
        N_("To the end of the paragraph, or of the next one."),
        6,
        shown="{ }",
    ),
    _selecting(
        "extend_paragraph_back",
        "left_curly_bracket",
        N_("paragraph back"),
        N_("To the beginning of the paragraph, or of the one before."),
    ),
    _selecting("extend_line", "j,down", N_("line"), N_("One line down."), 7, shown="j k"),
    _selecting("extend_line_back", "k,up", N_("line up"), N_("One line up.")),
    _selecting("swap_ends", "o", N_("other end"), N_("Go on at the other end of the selection."), 8),
    _selecting("copy_selection", "y,ctrl+c", N_("copy"), N_("Copy the selection with its citation."), 1),
    _selecting("copy_bare", "Y", N_("copy text"), N_("Copy the text of the selection alone.")),
    _selecting("leave_selection", "escape", N_("leave"), N_("Select nothing, and read on."), 2),
)

_READER = (
    Command("reader", "hint_links", "F", N_("letters"), N_("Show letters on all links, to follow one by typing."), 11),
    Command("reader", "tag", "t", N_("tag"), N_("Give the paragraph tags."), footer=3),
    Command("reader", "note", "a", N_("note"), N_("Write a note on the paragraph."), footer=6),
    Command(
        "reader",
        "annotate",
        "A",
        N_("mark as"),
        N_("Agreed language, amendment…, and what is noted here."),
    ),
    Command("reader", "highlight", "H", N_("highlight"), N_("Highlight what is selected, or the paragraph.")),
    Command(
        "reader",
        "give_tag",
        "1,2,3,4,5,6,7,8,9,0",
        N_("tag by key"),
        N_("Give the tag that has this key, or take it away."),
        in_palette=False,
        shown="1 – 0",
    ),
    Command("reader", "list_tags", "number_sign", N_("all tags"), N_("All tags as a tree: keys, colours, new names.")),
    Command(
        "reader",
        "annotate_document",
        "ctrl+a",
        N_("annotate the document"),
        N_("Tags, notes and kinds of the document as a whole."),
    ),
    Command("reader", "undo", "u", N_("undo"), N_("Undo the last change of a tag or note, or the last correction.")),
    Command("reader", "redo", "U", N_("redo"), N_("Do again what was undone last.")),
    Command("reader", "remove_mark", "D,delete", N_("remove"), N_("Remove tags and note of the paragraph.")),
    Command(
        "reader", "list_doubts", "d", N_("doubts"), N_("List what was guessed in reading, and what was corrected.")
    ),
    Command("reader", "correct", "c", N_("correct"), N_("Correct how the paragraph was read.")),
    Command("reader", "why", "W", N_("why"), N_("Say why a citation is read so, and settle what it cites.")),
    Command(
        "reader",
        "check_citations",
        "C",
        N_("check citations"),
        N_("Compare each citation with what the library knows."),
    ),
    Command("reader", "source", "r", N_("source"), N_("Show the paragraph's lines as they came, or hide them.")),
    Command("reader", "find", "slash", N_("find"), N_("Find in this document."), footer=7),
    Command("reader", "next_hit", "n", N_("next hit"), N_("Next hit.")),
    Command("reader", "previous_hit", "N", N_("previous hit"), N_("Previous hit.")),
    Command(
        "reader", "list_hits", "L,ctrl+l", N_("all hits"), N_("List all hits in this document, with their context.")
    ),
    Command("reader", "list_notes", "l", N_("annotations"), N_("List all tags and notes, to jump to one.")),
    Command(
        "reader", "list_orphans", "O", N_("orphans"), N_("Annotations whose words changed: put them where they belong.")
    ),
    Command(
        "reader", "carry", "J", N_("carry over annotations"), N_("Bring the annotations of another version along.")
    ),
    Command("reader", "copy", "y", N_("copy"), N_("Copy the paragraph with its citation.")),
    Command("reader", "copy_bare", "Y", N_("copy text"), N_("Copy the text of the paragraph alone.")),
    Command("reader", "export", "e", N_("export"), N_("Write tags and notes to a file.")),
    Command("reader", "outline", "o", N_("outline"), N_("Show or hide the outline.")),
    Command("reader", "filter", "x", N_("show only"), N_("Show only a part, what is marked, or what cites something.")),
    *_SWITCHES,
    Command("reader", "shorten_lines", "less_than_sign", N_("shorter lines"), N_("One character less on a line.")),
    Command("reader", "lengthen_lines", "greater_than_sign", N_("longer lines"), N_("One character more on a line.")),
    Command(
        "reader", "justify", "equals_sign", N_("justify"), N_("Make lines equally wide, or leave them as they fall.")
    ),
    Command("reader", "beside", "vertical_line", N_("two panes"), N_("Open a second pane, or close the other one.")),
    Command("reader", "other_pane", "w", N_("other pane"), N_("Go over to the other pane.")),
    Command("reader", "pin", "p", N_("pin"), N_("Let this pane receive what is followed in the other one.")),
    Command("reader", "scroll_together", "s", N_("together"), N_("Scroll both panes together by what corresponds.")),
    Command("reader", "list_citing", "b", N_("cited by"), N_("List who cites the paragraph, or the document.")),
    Command("reader", "show_card", "B", N_("card"), N_("Show the card of the document: its family, who cites it.")),
    Command("reader", "details", "i", N_("details"), N_("Masthead, who cites it, and what is doubtful.")),
    Command("reader", "close", "q", N_("library"), N_("Back to the library.")),
    Command("reader", "escape", "escape", N_("text"), N_("Back to the text."), in_palette=False),
)

_CARD = (
    Command("card", "peek", "K", N_("peek"), N_("See the citing paragraph, without going there."), footer=7),
    Command("card", "hint_links", "F", N_("letters"), N_("Show letters on all lines, to open one by typing."), 8),
    Command("card", "open_address", "o", N_("open address"), N_("Open the official text in the browser."), 3),
    Command("card", "fetch", "a", N_("bring the text"), N_("Bring its text into the library, from a file."), 4),
    Command("card", "list_citing", "b", N_("cited by"), N_("List who cites it, by what they do: recall, request…"), 7),
    Command("card", "copy_address", "y", N_("copy address"), N_("Copy the official address."), footer=5),
    Command("card", "tag", "t", N_("tag"), N_("Give the resolution tags."), footer=9),
    Command("card", "note", "n", N_("note"), N_("Write a note on the resolution."), footer=10),
    Command("card", "annotate", "A", N_("mark as"), N_("All that can be put on it, and what notes lead here.")),
    Command("card", "remove_mark", "D,delete", N_("remove"), N_("Remove tags and notes of the resolution.")),
    Command("card", "undo", "u", N_("undo"), N_("Undo the last change of a tag or note.")),
    Command("card", "redo", "U", N_("redo"), N_("Do again what was undone last.")),
    Command("card", "close", "q,escape", N_("close"), N_("Back to where you came from."), footer=6),
)

_LIST = (
    Command("list", "cursor_down", "down,j", N_("down"), N_("Next line."), in_palette=False),
    Command("list", "cursor_up", "up,k", N_("up"), N_("Previous line."), in_palette=False),
    Command("list", "page_down", "pagedown,space", N_("page"), N_("One page down."), in_palette=False),
    Command("list", "page_up", "pageup", N_("page"), N_("One page up."), in_palette=False),
    Command("list", "half_page_down", "ctrl+d", N_("half a page"), N_("Half a page down."), in_palette=False),
    Command("list", "half_page_up", "ctrl+u", N_("half a page up"), N_("Half a page up."), in_palette=False),
    Command("list", "first", "home", N_("first"), N_("First line."), in_palette=False),
    Command("list", "last", "end,G", N_("last"), N_("Last line."), in_palette=False),
    Command("list", "choose", "enter", N_("open"), N_("Open it."), footer=2, in_palette=False),
)

COMMANDS = (*_LIST, *_LIBRARY, *_SELECTION, *_TEXT, *_READER, *_CARD, *PANEL_COMMANDS, *_APP)
"""All of them, in the order of the help."""
