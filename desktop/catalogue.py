"""Qt's own texts in the reader's language: Qt ships no Thai, so gettext answers for it.

Use:
    translator = GettextTranslator(voice)
    translator.install(app)
    translator.set_voice(other)        # standard buttons, menus and file choosers follow at once
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QTranslator
from typing_extensions import override

from reports.words.voice import N_, Voice


class GettextTranslator(QTranslator):
    """Answers Qt's questions for its standard texts from the one catalogue of the program."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._app: QCoreApplication | None = None

    def install(self, app: QCoreApplication) -> None:
        self._app = app
        app.installTranslator(self)

    def take_out(self) -> None:
        """Stop answering; the program ends, and whoever comes after it has its own translator."""
        if self._app is not None:
            self._app.removeTranslator(self)
            self._app = None

    def set_voice(self, voice: Voice) -> None:
        """Change the language; Qt posts LanguageChange to every widget."""
        self._voice = voice
        if self._app is not None:
            self._app.removeTranslator(self)
            self._app.installTranslator(self)

    @override
    def isEmpty(self) -> bool:
        return False  # or Qt would not install it

    @override
    def translate(
        self,
        context: str,
        sourceText: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        text = sourceText.replace("&", "")
        message = _OTHERWISE.get(text, text)
        if self._voice.tongue == "en" or message not in _KNOWN:
            return None  # Qt keeps its source text; an empty text would stand there empty
        return replace(self._voice, language="th").tr(message)


# Where Qt's word would mean something else in our own texts.
_OTHERWISE = {
    "Open": N_("Open file"),
    "Back": N_("Go back"),
    "Type": N_("Kind of file"),
    "Kind": N_("Kind of file"),
    "File": N_("File on disk"),
    "Copy": N_("Copy text"),
    "Reverse": N_("Reverse order"),
    "to": N_("to page"),
    "Forward": N_("Go forward"),
    "Color": N_("In colour"),
    "Off": N_("One side only"),
}

# note: standard texts of buttons, menus, file choosers and print dialogs; Qt's letters to press are
# left out, because a Thai keyboard does not have them.
QT_TEXTS = (
    N_("OK"),
    N_("Cancel"),
    N_("Yes"),
    N_("No"),
    N_("Yes to All"),
    N_("No to All"),
    N_("Apply"),
    N_("Reset"),
    N_("Restore Defaults"),
    N_("Retry"),
    N_("Ignore"),
    N_("Abort"),
    N_("Discard"),
    N_("Help"),
    N_("Save"),
    N_("Save All"),
    N_("Close"),
    N_("Show Details..."),
    N_("Hide Details..."),
    N_("What's This?"),
    N_("Enter a value:"),
    N_("Undo"),
    N_("Redo"),
    N_("Cut"),
    N_("Paste"),
    N_("Delete"),
    N_("Select All"),
    N_("Copy Link Location"),
    N_("Step up"),
    N_("Step down"),
    N_("Open the combo box selection popup"),
    N_("Press shortcut"),
    N_("Scroll here"),
    N_("Left edge"),
    N_("Right edge"),
    N_("Top"),
    N_("Bottom"),
    N_("Page left"),
    N_("Page right"),
    N_("Page up"),
    N_("Page down"),
    N_("Scroll left"),
    N_("Scroll right"),
    N_("Scroll up"),
    N_("Scroll down"),
    N_("Scroll Left"),
    N_("Scroll Right"),
    N_("Scroll Up"),
    N_("Scroll Down"),
    N_("Press"),
    N_("Increase"),
    N_("Decrease"),
    N_("Show Menu"),
    N_("Set Focus"),
    N_("Toggle"),
    N_("Next Page"),
    N_("Previous Page"),
    N_("Triggers the action"),
    N_("Increase the value"),
    N_("Decrease the value"),
    N_("Shows the menu"),
    N_("Sets the focus"),
    N_("Toggles the state"),
    N_("Show on Screen"),
    N_("Look in:"),
    N_("File name:"),
    N_("Files of type:"),
    N_("Directory:"),
    N_("Directories"),
    N_("Files"),
    N_("Find Directory"),
    N_("Save As"),
    N_("All Files (*)"),
    N_("All files (*)"),
    N_("Choose"),
    N_("Rename"),
    N_("Remove"),
    N_("Show hidden files"),
    N_("Show "),
    N_("New Folder"),
    N_("Create New Folder"),
    N_("Create a New Folder"),
    N_("Parent Directory"),
    N_("Go to the parent directory"),
    N_("Go back"),
    N_("Go forward"),
    N_("List View"),
    N_("Detail View"),
    N_("Change to list view mode"),
    N_("Change to detail view mode"),
    N_("Recent Places"),
    N_("Sidebar"),
    N_("List of places and bookmarks"),
    N_("Computer"),
    N_("My Computer"),
    N_("Name"),
    N_("Size"),
    N_("Date Modified"),
    N_("File Folder"),
    N_("Folder"),
    N_("Drive"),
    N_("Shortcut"),
    N_("Unknown"),
    N_("%1 already exists.\nDo you want to replace it?"),
    N_("%1\nDirectory not found.\nPlease verify the correct directory name was given."),
    N_("%1\nFile not found.\nPlease verify the correct file name was given."),
    N_("'%1' is write protected.\nDo you want to delete it anyway?"),
    N_("Are you sure you want to delete '%1'?"),
    N_("Could not delete directory."),
    N_("Print"),
    N_("Print all"),
    N_("Print range"),
    N_("Pages"),
    N_("Pages from"),
    N_("Current Page"),
    N_("Selection"),
    N_("All Pages"),
    N_("Odd Pages"),
    N_("Even Pages"),
    N_("Page Set:"),
    N_("Copies"),
    N_("Copies:"),
    N_("Collate"),
    N_("Options"),
    N_("Options >>"),
    N_("Options <<"),
    N_("Output Settings"),
    N_("Color Mode"),
    N_("Grayscale"),
    N_("Double Sided Printing"),
    N_("Long side binding"),
    N_("Short side binding"),
    N_("Printer"),
    N_("Name:"),
    N_("Location:"),
    N_("Type:"),
    N_("Properties"),
    N_("Preview"),
    N_("Output file:"),
    N_("Print to File (PDF)"),
    N_("Print To File ..."),
    N_("Local file"),
    N_("Write PDF file"),
    N_("%1 already exists.\nDo you want to overwrite it?"),
    N_("%1 is a directory.\nPlease choose a different file name."),
    N_("File %1 is not writable.\nPlease choose a different file name."),
    N_("The 'From' value cannot be greater than the 'To' value."),
    N_("Invalid Pages Definition"),
    N_(
        "%1 does not follow the correct syntax. Please use ',' to separate ranges and "
        "pages, '-' to define ranges and make sure ranges do not intersect with each "
        "other."
    ),
    N_(
        "Specify pages or ranges separated by commas. Ranges are specified by two numbers"
        " separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9."
    ),
    N_("Printer Properties"),
    N_("Job Options"),
    N_("Page"),
    N_("Advanced"),
    N_("Paper"),
    N_("Page size:"),
    N_("Paper source:"),
    N_("Width:"),
    N_("Height:"),
    N_("Orientation"),
    N_("Portrait"),
    N_("Landscape"),
    N_("Reverse landscape"),
    N_("Reverse portrait"),
    N_("Margins"),
    N_("top margin"),
    N_("bottom margin"),
    N_("left margin"),
    N_("right margin"),
    N_("Page Layout"),
    N_("Page order:"),
    N_("Pages per sheet:"),
    N_("Millimeters (mm)"),
    N_("Inches (in)"),
    N_("Points (pt)"),
    N_("mm"),
    N_("Custom"),
    N_("Authentication Needed"),
    N_("Authentication needed to use %1."),
    N_("Authentication needed to use %1 on %2."),
    N_("Username:"),
    N_("Password:"),
    N_("Insert Unicode control character"),
)

_KNOWN = frozenset((*QT_TEXTS, *_OTHERWISE.values()))
