"""The commands of panels and of what stands beside the text: prompts, lists, the editor of notes, the outline."""

from __future__ import annotations

from tui.command import Command
from tui.language import N_

_OUTLINE = (
    Command("outline", "cursor_down", "down,j", N_("down"), N_("Next entry."), in_palette=False),
    Command("outline", "cursor_up", "up,k", N_("up"), N_("Previous entry."), in_palette=False),
    Command("outline", "half_page_down", "ctrl+d", N_("half a page"), N_("Half a page down."), in_palette=False),
    Command("outline", "half_page_up", "ctrl+u", N_("half a page up"), N_("Half a page up."), in_palette=False),
    Command("outline", "page_down", "pagedown", N_("page"), N_("One page down."), in_palette=False),
    Command("outline", "page_up", "pageup", N_("page up"), N_("One page up."), in_palette=False),
    Command("outline", "scroll_home", "home", N_("first"), N_("First entry."), in_palette=False),
    Command("outline", "scroll_end", "end,G", N_("last"), N_("Last entry."), in_palette=False),
    Command("outline", "open", "right", N_("unfold"), N_("Show what is under the entry."), 5, in_palette=False),
    Command("outline", "shut", "left", N_("fold"), N_("Put away what is under it."), 6, in_palette=False),
    Command("outline", "toggle_node", "space", N_("fold"), N_("Show or put away what is under it."), in_palette=False),
    Command("outline", "select_cursor", "enter", N_("go"), N_("Go to the paragraph."), 2, in_palette=False),
)

_PANEL = (
    Command("panel", "help", "f1,question_mark", N_("help"), N_("Show all keys of this panel."), 9, in_palette=False),
)

_PICKER = (
    Command("picker", "choose", "enter", N_("go"), N_("Take the line at the cursor."), 1, True, False),
    Command("picker", "next", "down,ctrl+n", N_("choose"), N_("Next line."), 3, True, False, shown="↓ ↑"),
    Command("picker", "previous", "up,ctrl+p", N_("up"), N_("Previous line."), 0, True, False),
    Command("picker", "page_down", "pagedown", N_("page"), N_("One page down."), 0, True, False),
    Command("picker", "page_up", "pageup", N_("page up"), N_("One page up."), 0, True, False),
    Command("picker", "first", "ctrl+home", N_("first"), N_("First line."), 0, True, False),
    Command("picker", "last", "ctrl+end", N_("last"), N_("Last line."), 0, True, False),
    Command("picker", "close", "escape", N_("close"), N_("Close the panel."), 2, in_palette=False),
)

_TAGS = (Command("tags", "choose", "enter", N_("give or take"), N_("Give or take the tag."), 1, True, False),)

_ANNOTATIONS = (
    Command("annotations", "tag", "t", N_("tag"), N_("Tags of what is at the cursor."), 3, in_palette=False),
    Command("annotations", "note", "n", N_("note"), N_("Its note."), 4, in_palette=False),
    Command(
        "annotations", "remove", "delete,D", N_("remove"), N_("Remove what is at the cursor."), 5, in_palette=False
    ),
    Command("annotations", "undo", "u", N_("undo"), N_("Take the last change back."), 6, in_palette=False),
    Command("annotations", "redo", "U", N_("redo"), N_("Do again what was undone last."), 0, in_palette=False),
    Command("annotations", "close", "escape,A", N_("close"), N_("Close the panel."), 2, in_palette=False),
)

_TAG_TREE = (
    Command("tag_tree", "rename", "r", N_("rename"), N_("Give the tag another name everywhere."), 3, in_palette=False),
    Command("tag_tree", "merge", "m", N_("merge"), N_("Make one of it and another tag."), 4, in_palette=False),
    Command("tag_tree", "delete", "delete,D", N_("remove"), N_("Take the tag away everywhere."), 5, in_palette=False),
    Command("tag_tree", "colour", "c", N_("colour"), N_("Choose the tag's colour."), 6, in_palette=False),
    Command("tag_tree", "describe", "e", N_("describe"), N_("Write what the tag is for."), 7, in_palette=False),
    Command("tag_tree", "undo", "u", N_("undo"), N_("Take the last change back."), 8, in_palette=False),
    Command("tag_tree", "redo", "U", N_("redo"), N_("Do again what was undone last."), 0, in_palette=False),
    Command("tag_tree", "close", "escape,number_sign,q", N_("close"), N_("Close the list."), 2, in_palette=False),
)
_WHY = (Command("why", "choose", "enter", N_("settle"), N_("Keep what the line says it cites."), 1, True, False),)

_VALUE = (Command("value", "choose", "enter", N_("set"), N_("Take the line at the cursor."), 1, True, False),)

_BOOKMARK = (
    Command("bookmark", "choose", "enter", N_("set bookmark"), N_("Set it under the name typed."), 1, True, False),
)

_CORRECT = (Command("correct", "choose", "enter", N_("do it"), N_("Do what the line says."), 1, True, False),)

_FILTERS = (Command("filters", "choose", "enter", N_("show"), N_("Show only what the line says."), 1, True, False),)

_NOTES = (
    Command("notes", "scope", "tab", N_("document or library"), N_("Of this document, or of all."), 4, True, False),
    Command(
        "notes",
        "group",
        "f5,alt+g",
        N_("group"),
        N_("Group by tag, kind, day, month, author, resolution cited, document."),
        5,
        True,
        False,
    ),
    Command(
        "notes",
        "mark",
        "ctrl+space,ctrl+@",
        N_("mark"),
        N_("Mark the annotation for what is done to many; or take its mark away."),
        6,
        True,
        False,
    ),
    Command("notes", "mark_bare", "space", N_("mark"), N_("The same, while nothing is typed."), 0, True, False),
    Command("notes", "mark_all", "ctrl+a", N_("mark all"), N_("Mark all that is listed, or nothing."), 7, True, False),
    Command(
        "notes", "mark_all_bare", "asterisk", N_("mark all"), N_("The same, while nothing is typed."), 0, True, False
    ),
    Command("notes", "note", "f6,alt+a", N_("note"), N_("Write the note of the annotation."), 9, True, False),
    Command("notes", "tag", "f7,alt+t", N_("tag"), N_("Give a tag to all that is marked."), 8, True, False),
    Command("notes", "untag", "f8,alt+r", N_("untag"), N_("Take a tag from all that is marked."), 10, True, False),
    Command("notes", "kind", "f9,alt+k", N_("kind"), N_("Give all that is marked a kind."), 10, True, False),
    Command(
        "notes",
        "remove",
        "delete",
        N_("remove"),
        N_("Remove all that is marked; of a conflict, let the state go that gave way."),
        11,
        True,
        False,
    ),
    Command("notes", "take", "f2,alt+y", N_("take"), N_("Take the state that gave way instead."), 3, True, False),
    Command(
        "notes", "export", "f4,alt+e", N_("export"), N_("Write what is marked, or all that is listed."), 12, True, False
    ),
    Command("notes", "undo", "ctrl+z", N_("undo"), N_("Take the last change back."), 13, True, False),
    Command("notes", "redo", "ctrl+y", N_("redo"), N_("Do again what was undone last."), 0, True, False),
)

_VIEW = (
    Command("view", "choose", "enter", N_("switch"), N_("Switch it on or off."), 1, True, False),
    Command("view", "close", "escape,f4", N_("close"), N_("Close the panel."), 2, True, False),
)

_FOOTNOTES = (
    Command("footnotes", "note", "f6,alt+a", N_("note"), N_("Write a note on the footnote."), 4, True, False),
    Command("footnotes", "tag", "f7,alt+t", N_("tag"), N_("Give the footnote tags."), 5, True, False),
    Command("footnotes", "close", "escape,f3", N_("close"), N_("Close the panel."), 2, True, False),
)

_BOOKMARKS = (
    Command("bookmarks", "remove", "delete", N_("remove"), N_("Remove the bookmark."), 4, True, False),
    Command("bookmarks", "bring_back", "ctrl+z", N_("undo"), N_("Take the last change back."), 5, True, False),
)

_DOUBTS = (
    Command("doubts", "correct", "c", N_("correct"), N_("Correct how the paragraph was read."), 3, in_palette=False),
    Command(
        "doubts", "confirm", "y", N_("right"), N_("It is right as it is; or look at it again."), 4, in_palette=False
    ),
    Command("doubts", "other_list", "tab", N_("doubts/corrections"), N_("Doubts or corrections."), 5, True, False),
    Command("doubts", "undo", "u", N_("undo"), N_("Take the last change back."), 6, in_palette=False),
    Command("doubts", "take_back", "delete,x", N_("take back"), N_("Take this correction back."), 7, in_palette=False),
    Command("doubts", "close", "escape,d,q", N_("close"), N_("Close the list."), 8, in_palette=False),
)

_REVIEW = (Command("review", "choose", "enter", N_("accept"), N_("Put it where it is proposed."), 1, True, False),)

_ORPHANS = (
    Command("orphans", "next_candidate", "n", N_("next"), N_("Look at the next candidate."), 3, in_palette=False),
    Command(
        "orphans", "attach_here", "a", N_("here"), N_("Put it on the paragraph at the cursor."), 4, in_palette=False
    ),
    Command(
        "orphans", "remove", "delete,x", N_("remove"), N_("Remove the annotation, after asking."), 5, in_palette=False
    ),
    Command("orphans", "look", "o", N_("look"), N_("Go to the candidate in the text."), 6, in_palette=False),
    Command("orphans", "undo", "u", N_("undo"), N_("Take the last change back."), 7, in_palette=False),
    Command("orphans", "redo", "U", N_("redo"), N_("Do again what was undone last."), 0, in_palette=False),
    Command("orphans", "close", "escape,O,q", N_("close"), N_("Close the list."), 2, in_palette=False),
)

_CARRYING = (
    Command(
        "carrying", "accept_exact", "A", N_("all placed"), N_("Carry over all whose very words stand."), 3, False, False
    ),
    Command("carrying", "next_candidate", "n", N_("next"), N_("Look at the next candidate."), 4, in_palette=False),
    Command("carrying", "look", "o", N_("look"), N_("Go to the candidate in the text."), 6, in_palette=False),
    Command("carrying", "undo", "u", N_("undo"), N_("Take the last change back."), 5, in_palette=False),
    Command("carrying", "redo", "U", N_("redo"), N_("Do again what was undone last."), 0, in_palette=False),
    Command("carrying", "close", "escape,J,q", N_("close"), N_("Close the list."), 2, in_palette=False),
)

_POPOVER = (
    Command("popover", "follow", "enter", N_("follow"), N_("Go to what the footnote cites."), in_palette=False),
    Command("popover", "peek", "K", N_("peek"), N_("See what it cites, without going there."), 2, in_palette=False),
    Command("popover", "next_note", "n", N_("next"), N_("The next footnote of the document."), in_palette=False),
    Command("popover", "note", "a", N_("note"), N_("Write a note on the footnote."), in_palette=False),
    Command("popover", "tag", "t", N_("tag"), N_("Give the footnote tags."), in_palette=False),
    Command("popover", "select", "v", N_("select"), N_("Select words of the footnote."), 9, in_palette=False),
    Command("popover", "next_link", "tab", N_("link"), N_("Next link of the footnote."), in_palette=False),
    Command("popover", "previous_link", "shift+tab", N_("link before"), N_("Previous link."), in_palette=False),
    Command("popover", "scroll_down", "down,j", N_("down"), N_("Scroll, or go on in the text."), in_palette=False),
    Command("popover", "scroll_up", "up,k", N_("up"), N_("Scroll, or go back in the text."), in_palette=False),
    Command("popover", "close", "escape,f", N_("close"), N_("Close the footnote."), in_palette=False),
)

_PEEK = (
    Command("peek", "follow", "enter", N_("go"), N_("Go to what you see."), in_palette=False),
    Command("peek", "next_link", "n", N_("next"), N_("Peek at what the next link leads to."), in_palette=False),
    Command("peek", "keep", "p", N_("keep beside"), N_("Have it beside the text while you read on."), in_palette=False),
    Command("peek", "scroll_down", "down,j", N_("down"), N_("Scroll down."), in_palette=False),
    Command("peek", "scroll_up", "up,k", N_("up"), N_("Scroll up."), in_palette=False),
    Command("peek", "close", "escape,K", N_("close"), N_("Close it and stay where you are."), in_palette=False),
)

_HINTS = (
    Command("hints", "take_first", "enter", N_("the first"), N_("Follow the first link that is left."), 1, True, False),
    Command("hints", "take_back", "backspace", N_("a letter back"), N_("Take the last letter back."), 2, True, False),
    Command("hints", "end", "escape", N_("leave"), N_("End, with nothing followed."), 3, True, False),
)

_THEMES = (
    Command("themes", "choose", "enter", N_("keep"), N_("Keep the theme."), 1, True, False),
    Command("themes", "close", "escape", N_("as before"), N_("Close, with the theme as it was."), 2, in_palette=False),
)

_HELP = (
    Command("help", "choose", "enter", N_("do it"), N_("Do what the line says."), 1, True, False),
    Command("help", "close", "escape,f1", N_("close"), N_("Close the help."), 2, in_palette=False),
)

_NOTE = (
    Command("note", "save", "escape,ctrl+s", N_("keep and close"), N_("Keep the note and close."), 1, True, False),
    Command("note", "preview", "f4", N_("preview"), N_("See it as it will look, or go on writing."), 4, True, False),
    Command("note", "copy", "f2", N_("copy the note"), N_("Copy what is written."), 3, in_palette=False),
    Command("note", "discard", "f10", N_("close without keeping"), N_("Give up what can't be kept."), 2, False, False),
)

_PASTED = (
    Command("pasted", "add", "enter", N_("add"), N_("Add the text to the library."), 1, True, False),
    Command("pasted", "close", "escape", N_("close"), N_("Close, with nothing added."), 2, in_palette=False),
)

_EXPORT = (
    Command("export", "write", "enter", N_("write"), N_("Write the file."), 1, True, False),
    Command("export", "template", "f2", N_("template"), N_("Show it by the next template."), 3, True, False),
    Command("export", "order", "f3", N_("order"), N_("Order it by documents, tags, what is cited."), 4, True, False),
    Command("export", "form", "f4", N_("format"), N_("Write it in the next format."), 5, True, False),
    Command("export", "close", "escape", N_("close"), N_("Close, with nothing written."), 2, in_palette=False),
)

_ADD = (
    Command("add", "take", "enter", N_("add"), N_("Add the file, or all files of the folder."), 1, True, False),
    Command("add", "complete", "tab", N_("complete"), N_("Complete the path; again shows what fits."), 3, True, False),
    Command("add", "close", "escape", N_("close"), N_("Close, with nothing added."), 2, in_palette=False),
)

_IMPORT = (
    Command(
        "import", "take", "enter", N_("import"), N_("Take in the annotations of the file or folder."), 1, True, False
    ),
    Command(
        "import", "merge", "f2", N_("apart or merged"), N_("Keep apart what others wrote, or merge it."), 4, True, False
    ),
    Command(
        "import", "complete", "tab", N_("complete"), N_("Complete the path; again shows what fits."), 3, True, False
    ),
    Command("import", "close", "escape", N_("close"), N_("Close, with nothing taken in."), 2, in_palette=False),
)

_CONFIRM = (
    Command("confirm", "agree", "y,enter", N_("do it"), N_("Do what is asked."), 1, True, False),
    Command("confirm", "close", "n,escape", N_("leave it"), N_("Close, with nothing done."), 2, in_palette=False),
)

_WAITING = (
    Command("waiting", "close", "escape", N_("cancel"), N_("Wait no longer, and stay where you are."), 1, True, False),
)

_DETAILS = (
    Command("details", "annotate", "A", N_("mark as"), N_("Annotate the document."), 4, in_palette=False),
    Command("details", "close", "escape,i,q", N_("close"), N_("Close the details."), 3, in_palette=False),
)

_CITING = (
    Command("citing", "next_way", "tab,right,l", N_("treatment"), N_("Only those who do the next thing to it."), 3),
    Command("citing", "previous_way", "shift+tab,left,h", N_("back"), N_("Only those who do the one before."), 0),
    Command("citing", "scope", "p", N_("paragraph or document"), N_("Of the paragraph, or of the document."), 4),
    Command("citing", "close", "escape,b,q", N_("close"), N_("Close the list."), 5, in_palette=False),
)

PANEL_COMMANDS = (
    *_OUTLINE,
    *_TAGS,
    *_ANNOTATIONS,
    *_TAG_TREE,
    *_WHY,
    *_VALUE,
    *_BOOKMARK,
    *_CORRECT,
    *_FILTERS,
    *_NOTES,
    *_VIEW,
    *_FOOTNOTES,
    *_BOOKMARKS,
    *_DOUBTS,
    *_REVIEW,
    *_ORPHANS,
    *_CARRYING,
    *_POPOVER,
    *_PEEK,
    *_HINTS,
    *_THEMES,
    *_HELP,
    *_PICKER,
    *_NOTE,
    *_PASTED,
    *_EXPORT,
    *_ADD,
    *_IMPORT,
    *_CONFIRM,
    *_WAITING,
    *_DETAILS,
    *_CITING,
    *_PANEL,
)
"""All of them, in the order of the help."""
