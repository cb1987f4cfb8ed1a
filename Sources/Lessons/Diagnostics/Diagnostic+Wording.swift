import TerminalText

/// Every word that a diagnostic says: what is wrong, with the text in question, and what to write
/// instead. Tests pin each sentence.
extension Problem {
  var message: String { words.message }
  var advice: String { words.advice }

  private var words: (message: String, advice: String) {
    switch self {
    // The file
    case .notUTF8(let offset, let byte):
      (
        "Byte \(offset) (0x\(hexadecimal(UInt32(byte), 2))) is not UTF-8.",
        "Save the file as UTF-8; it may be Latin-1 or Windows-1252."
      )
    case .utf16: ("The file is UTF-16.", "Save it as UTF-8.")
    case .tooLarge(let bytes):
      (
        "The file has \(bytes) bytes; a lesson has at most \(LessonSource.byteLimit).",
        "Split the lesson."
      )
    case .nul(let offset):
      ("Byte \(offset) is NUL.", "Save the file as UTF-8 text; it may be UTF-16 or no text.")
    case .controlCharacter(let scalar):
      ("There is a control character, U+\(hexadecimal(scalar, 4)).", "Delete it.")
    case .lineTooLong(let bytes):
      (
        "The line has \(bytes) bytes; a line has at most \(SourceLimits.lineBytes).",
        "Break it; a line's end in a paragraph is only a blank."
      )
    case .tooDense:
      (
        "Too many brackets, stars, backticks or table cells without an empty line.",
        "Put in an empty line, or write less markup."
      )
    case .nestedTooDeep:
      ("Lists, quotes or emphasis nest too deep.", "Nest lists and quotes to 6 levels at most.")
    case .tab:
      ("A tab stands where the width of blanks decides what the line is.", "Write spaces.")

    // Fences and Markdown
    case .unclosedFence(let info):
      ("The fence ```\(info) is never closed.", "Write ``` on a line of its own after it.")
    case .fenceInFence(let opened):
      (
        "This line opens a fence inside the one from line \(opened).",
        "Close that one with ``` first, or open it with more backticks than this line has."
      )
    case .mistakenFence(let info, let nearest):
      ("'\(info)' is no fence of a lesson.", "Did you mean ```\(nearest)?")
    case .misplacedFence(let info):
      (
        "The fence ```\(info) stands in a list, in a quote or after blanks.",
        "Begin it at the left edge."
      )
    case .indentedCode:
      ("Four blanks make this a code block.", "Write ``` before and after code, or fewer blanks.")
    case .underlinedHeading(let level):
      (
        "The line of dashes or equals signs below makes this a heading.",
        "Write \(hashes(level)) before a heading, and an empty line before a rule."
      )
    case .headingWithoutSpace(let level):
      (
        "A heading needs a blank after \(hashes(level)).",
        "Write \(hashes(level)) and a blank, or \\# for the character."
      )
    case .html(let text):
      ("'\(shortened(text))' is HTML, which a lesson can't show.", "Write it in backticks, or \\<.")
    case .unclosedComment: ("The comment is never closed.", "Write --> at its end.")
    case .textAfterComment(let text):
      ("'\(shortened(text))' stands behind a comment.", "Put it on the next line.")
    case .unknownComment(let word, let nearest):
      ("A comment begins with '\(word)'.", "Did you mean '\(nearest)'?")
    case .misplacedComment(let text):
      (
        "The comment '\(shortened(text))' has no meaning here.",
        "Begin comments at the left edge, and put an id right under the ## of its step."
      )
    case .image: ("A shell shows no image.", "Say it in words, or plot it in a cell.")
    case .trailingSpaces:
      (
        "Two blanks at the end break the line, but nobody sees them and editors strip them.",
        "Write \\ at the end of the line, or delete the blanks."
      )

    // Title and steps
    case .noTitle: ("The lesson has no title.", "Write # and the title before the first step.")
    case .secondTitle(let first):
      ("This is a second title; the first is in line \(first).", "Write ## for a step.")
    case .titleAfterStep: ("The title stands after a step.", "Put it before the first ##.")
    case .emptyHeading: ("The heading is empty.", "Write a title after it.")
    case .noSteps: ("The lesson has no step.", "Write ## and the title of a step.")
    case .beforeFirstStep(let what):
      ("There is \(what) before the first step.", "Put it under a ##.")
    case .badID(let id):
      (
        "'\(shortened(id))' is no id.",
        "Use lower-case letters a to z, digits and single hyphens, \(Identifier.limit) at most."
      )
    case .duplicateID(let id, let what, let first):
      (
        "The \(what) id '\(id)' is taken by line \(first).",
        what == "step" ? "Write <!-- id: … --> with another under one of them." : "Change one."
      )
    case .noIDFromTitle(let title):
      (
        "No id can be made of the title '\(shortened(title))'.",
        "Write <!-- id: … --> under it; letters beyond a to z and more than "
          + "\(Identifier.limit) characters don't go into one."
      )
    case .nestedHeading:
      ("A title or step stands in a list or a quote.", "Begin it at the left edge, or write ###.")
    case .placeholderInTitle(let name):
      ("A title can't hold the value {\(name)}.", "Write the value in the text below.")
    case .idleStep(let title):
      (
        "In the step '\(shortened(title))' there is nothing to do.",
        "Add a cell, a question or parameters."
      )

    // The header
    case .noHeader:
      (
        "The lesson has no header.",
        "Begin with a fence ```toml lesson that has format, id, title, version, …"
      )
    case .headerNotFirst: ("The header isn't the first fence.", "Put it before everything else.")
    case .secondHeader(let first):
      ("This is a second header; the first is in line \(first).", "Keep one.")
    case .unknownFormat(let format, let known):
      (
        "Format \(format) is not known; this fathom reads \(listed(known.map(String.init))).",
        "Write format = \(known.upperBound), or use a newer fathom."
      )
    case .titlesDiffer(let header, let heading):
      (
        "The title '\(shortened(heading))' is '\(shortened(header))' in the header.",
        "Write the same in both."
      )
    case .badClassSeed(let text):
      (
        "'\(shortened(text))' is no seed of a class.",
        "Write up to 40 letters, digits, points and hyphens, as in \"2026-a\"."
      )
    case .badLearner(let text):
      (
        "'\(shortened(text))' is no name of a learner.",
        "Write 1 to 60 characters in one line; `fathom release --roster` writes it."
      )
    case .badVersion(let text):
      ("'\(shortened(text))' is no version.", "Write three numbers, as in \"1.0.0\".")
    case .requiresItself(let id): ("The lesson requires itself, '\(id)'.", "Delete it.")

    // TOML and its keys
    case .tomlSyntax(let text):
      (
        "This is not TOML: \(shortened(text)).",
        "Texts stand in quotes, lists in [ ], and each key on a line of its own."
      )
    case .tomlRedefined: ("The key was defined before.", "Keep one of them.")
    case .tomlEscape:
      (
        "TOML doesn't know this backslash.",
        "Write \\\\ for a backslash, or '…' instead of \"…\", where it means itself."
      )
    case .tomlIncomplete:
      ("The line isn't complete here.", "A bracket, a quote or a value is missing.")
    case .tomlUnclosed:
      (
        "The text in quotes doesn't end on its line.",
        "Close it, or use three quotes for a text of several lines; a backslash is \\\\."
      )
    case .tomlNesting: ("The tables and lists nest too deep.", "No key of a lesson needs that.")
    case .unknownKey(let key, let owner, let nearest, let allowed):
      (
        "A \(owner) has no key '\(shortened(key))'.",
        nearest.map { "Did you mean '\($0)'?" } ?? "Its keys are \(listed(allowed))."
      )
    case .keyOfOtherKind(let key, let kind, let kinds):
      (
        "A question of kind \(kind) has no key '\(key)'.",
        "Delete it; \(listed(kinds)) \(kinds.count == 1 ? "has" : "have") it."
      )
    case .missingKey(let key, let owner, let expected):
      ("The \(owner) has no '\(key)'.", "Write \(key) = … in it, \(expected).")
    case .wrongType(let key, let expected, let found):
      ("'\(shortened(key))' is \(found).", "Write \(expected).")
    case .emptyText(let key):
      ("'\(shortened(key))' is empty.", "Write something into it, or delete it.")
    case .notOneOf(let key, let text, let nearest, let allowed):
      (
        "'\(shortened(text))' is no \(key).",
        nearest.map { "Did you mean \"\($0)\"?" } ?? "Write one of \(listed(allowed))."
      )
    case .badNumber(let key, let text, let expected):
      ("'\(shortened(key))' is \(shortened(text)).", "Write \(expected).")
    case .badName(let name):
      (
        "'\(shortened(name))' is no name.",
        "Use letters, digits and _, and a letter or _ first."
      )
    case .badTolerance(let text):
      (
        "'\(shortened(text))' is no tolerance.",
        "Write \"rel 1e-3\", \"log10 0.05\", \"sig 3\", \"exact\" or \"abs 0.1\"."
      )
    case .badDomain(let key, let text):
      (
        "'\(shortened(key))' can't be drawn from '\(shortened(text))'.",
        "Write \"10...30\", \"0.5...1.5 by 0.1\" or a list of numbers."
      )
    case .repeated(let text, let key):
      ("'\(shortened(text))' stands twice in '\(shortened(key))'.", "Keep one.")

    // Parameters
    case .duplicateParameter(let name, let first):
      ("The step has the parameter '\(name)' already, in line \(first).", "Keep one.")
    case .outsideRange(let value, let lowest, let highest):
      (
        "The value \(value) is not in the range from \(lowest) to \(highest).",
        "Change one of them."
      )
    case .incompleteKnob(let missing):
      (
        "The parameter can't be turned: it has no \(missing).",
        "Write both range and step, or neither."
      )
    case .emptyFence(let info): ("The fence ```\(info) is empty.", "Write into it, or delete it.")

    // Questions
    case .noHints(let kind):
      (
        "A question of kind \(kind) needs a hint.",
        "Write hints = [\"…\"] with the next thing to try."
      )
    case .nothingRejected(let what):
      (
        "Nothing shows what the \(what) refuses.",
        what == "task"
          ? "Write reject = [\"…\"] with statements that don't do it."
          : "Write reject = [\"…\"] or [misconceptions] with a plausible wrong answer."
      )
    case .unknownChoice(let id, let nearest, let allowed):
      (
        "There is no choice '\(shortened(id))'.",
        nearest.map { "Did you mean \"\($0)\"?" } ?? "Its choices are \(listed(allowed))."
      )
    case .tooFewChoices: ("There is only one choice.", "Write two at least.")
    case .tooManyChoices(let count):
      ("There are \(count) choices, but only 26 letters.", "Write fewer.")
    case .rightChoiceExplainedAsWrong(let id):
      ("'\(id)' is the right choice, not a misconception.", "Delete it, or change the answer.")
    case .rightAndWrong(let text):
      ("'\(shortened(text))' is accepted and rejected.", "Keep one of them.")
    case .practiceWithPoints:
      ("A question for practice is worth nothing.", "Delete points and count, or practice.")
    case .unknownPlaceholder(let name, let nearest, let allowed):
      (
        "{\(name)} is no parameter of the question.",
        allowed.isEmpty
          ? "Give it one with given = { \(name) = … }."
          : nearest.map { "Did you mean {\($0)}?" } ?? "Its parameters are \(listed(allowed))."
      )
    case .givenAndVaried(let name):
      ("'\(name)' is both given and varied.", "Keep it in one of them.")
    case .noCellAfterPrediction(let id):
      (
        "Nothing shows what '\(id)' asks to predict.",
        "Write a cell below it, before the next ##."
      )
    case .keyInReleasedCopy(let key):
      (
        "A learners' copy holds '\(key)'.",
        "Delete it, or delete released = true if this is the lesson itself."
      )
    case .keyOfLaterFormat(let key, let format):
      ("'\(key)' is a key of format \(format).", "Write format = \(format) in the header.")
    case .countInGradedLesson:
      (
        "In a graded lesson the last answer counts.",
        "Delete count; attempts = 1 takes one answer and no more."
      )
    case .badChoiceID(let id):
      (
        "'\(shortened(id))' is no id of a choice.",
        "Use \(Identifier.limit) characters at most, without blanks, commas, quotes and brackets."
      )
    case .hiddenQuestion(let info):
      (
        "The fence ```\(shortened(info)) holds a question that learners would see with its key.",
        "Write ```toml question."
      )
    case .tomlUnquoted(let text):
      ("'\(shortened(text))' stands without quotes.", "Write \"\(shortened(text))\".")
    case .tomlBoolean(let word):
      (
        "'\(word)' is no value of TOML.",
        "Write \(isTrue(word) ? "true" : "false"), or \"\(word)\" for the word itself."
      )
    case .tomlCurledQuote(let mark):
      ("\(mark) is no quote of TOML.", "Write straight ones: \".")
    case .tomlFenceMark(let mark):
      (
        "\(mark) doesn't close this fence.",
        "Close a fence with the same characters that open it."
      )
    case .sameChoice(let id, let first):
      ("The choice '\(id)' has the words of '\(first)'.", "Write something else into one of them.")
    case .allChoicesRight:
      ("All choices are right.", "Write a wrong one; nobody has to choose here.")
    case .allChoicesLast:
      ("All choices stand last.", "Keep in 'last' only those that go behind the others.")
    case .choiceOfOthersNotLast(let id):
      (
        "The choice '\(id)' is about the others and may be shown before them.",
        "Write last = [\"\(id)\"]: choices stand in an order of each learner's own."
      )
    case .rightChoiceLongest(let id):
      (
        "The right choice, '\(id)', is by far the longest.",
        "Shorten it, or say more in the others: who guesses takes the longest."
      )
    case .rightChoicesLongest(let count, let total):
      (
        "The right choice is the longest in \(count) of \(total) questions.",
        "Shorten some, or say more in the others: who guesses takes the longest."
      )
    case .rightChoicesAtOneLetter(let letter, let count, let total):
      (
        "The right choice is \(letter) in \(count) of \(total) questions.",
        "Change the order of the choices in some of them."
      )
    case .lessonTwice(let id, let path):
      ("The lesson '\(id)' is also in \(path).", "Change one of the ids, or delete one file.")
    case .unknownRequirement(let id, let nearest):
      (
        "There is no lesson '\(shortened(id))'.",
        nearest.map { "Did you mean \"\($0)\"?" }
          ?? "Delete it, or put that lesson beside this one."
      )

    // Courses
    case .notInCourse(let id, let path):
      ("The lesson '\(shortened(id))' of \(path) is in no group.", "Write it into one.")
    case .requiresInCircle(let circle):
      (
        "'\(circle[0])' requires itself: \(circle.joined(separator: " requires ")).",
        "Delete one of these, in a lesson's requires or in the course's prerequisites."
      )
    case .beforeRequired(let id, let required):
      ("'\(id)' stands before '\(required)', which it requires.", "Put '\(required)' first.")
    case .unknownStep(let step, let lesson, let nearest, let allowed):
      (
        "The lesson '\(lesson)' has no step '\(shortened(step))'.",
        nearest.map { "Did you mean \"\($0)\"?" } ?? "Its steps are \(listed(allowed))."
      )
    case .unknownQuestion(let id, let step, let nearest, let allowed):
      (
        "The step '\(step)' has no question '\(shortened(id))'.",
        nearest.map { "Did you mean \"\($0)\"?" }
          ?? (allowed.isEmpty ? "It asks nothing." : "Its questions are \(listed(allowed)).")
      )
    case .askedTwice(let id, let first):
      (
        "A question '\(id)' is asked by the step of line \(first) already.",
        "Leave one out, with without = [\"\(id)\"]."
      )
    case .faultOfTalk(let talk, let text, let path, let line):
      ("The talk '\(talk)' can't show line \(line) of \(path):", text)
    }
  }
}

/// Whether somebody who writes the word for a truth value means true.
private func isTrue(_ word: String) -> Bool { ["true", "yes", "on"].contains(word.lowercased()) }
