/// What can be wrong with a lesson, with the text in question.
///
/// `Problem+Code.swift` numbers them,
/// `Diagnostic+Wording.swift` puts them into words.
package enum Problem: Sendable, Hashable {
  // The file
  case notUTF8(offset: Int, byte: UInt8)
  case utf16
  case tooLarge(bytes: Int)
  case nul(offset: Int)
  case controlCharacter(UInt32)
  case lineTooLong(bytes: Int)
  case tooDense
  case nestedTooDeep
  case tab

  // Fences and Markdown
  case unclosedFence(String)
  case fenceInFence(opened: Int)
  case mistakenFence(String, nearest: String)
  case misplacedFence(String)
  case indentedCode
  case underlinedHeading(level: Int)
  case headingWithoutSpace(level: Int)
  case html(String)
  case unclosedComment
  case textAfterComment(String)
  case unknownComment(String, nearest: String)
  case misplacedComment(String)
  case image
  case trailingSpaces

  // Title and steps
  case noTitle
  case secondTitle(first: Int)
  case titleAfterStep
  case emptyHeading
  case noSteps
  case beforeFirstStep(String)
  case badID(String)
  case duplicateID(String, what: String, first: Int)
  case noIDFromTitle(String)
  case nestedHeading
  case placeholderInTitle(String)
  case idleStep(String)

  // The header
  case noHeader
  case headerNotFirst
  case secondHeader(first: Int)
  case unknownFormat(Int, known: ClosedRange<Int>)
  case titlesDiffer(header: String, heading: String)
  case badVersion(String)
  case badClassSeed(String)
  case badLearner(String)
  case requiresItself(String)

  // TOML and its keys
  case tomlSyntax(String)
  case tomlRedefined
  case tomlEscape
  case tomlNesting
  case unknownKey(String, of: String, nearest: String?, allowed: [String])
  case keyOfOtherKind(String, kind: String, kinds: [String])
  case missingKey(String, of: String, expected: String)
  case wrongType(key: String, expected: String, found: String)
  case emptyText(key: String)
  case notOneOf(key: String, text: String, nearest: String?, allowed: [String])
  case badNumber(key: String, text: String, expected: String)
  case badName(String)
  case badTolerance(String)
  case badDomain(key: String, text: String)
  case repeated(String, key: String)

  // Parameters
  case duplicateParameter(String, first: Int)
  case outsideRange(value: String, lowest: String, highest: String)
  case incompleteKnob(missing: String)
  case emptyFence(String)

  // Questions
  case noHints(String)
  case nothingRejected(String)
  case unknownChoice(String, nearest: String?, allowed: [String])
  case tooFewChoices
  case tooManyChoices(Int)
  case rightChoiceExplainedAsWrong(String)
  case rightAndWrong(String)
  case practiceWithPoints
  case unknownPlaceholder(String, nearest: String?, allowed: [String])
  case givenAndVaried(String)
  case noCellAfterPrediction(String)
  case keyInReleasedCopy(String)
  case badChoiceID(String)
  case tomlUnclosed
  case tomlIncomplete

  // Later ones
  case hiddenQuestion(String)
  case tomlUnquoted(String)
  case tomlBoolean(String)
  case tomlCurledQuote(String)
  case tomlFenceMark(String)
  case sameChoice(String, as: String)
  case allChoicesRight
  case rightChoiceLongest(String)
  case rightChoicesLongest(Int, of: Int)
  case rightChoicesAtOneLetter(String, Int, of: Int)
  case lessonTwice(String, path: String)
  case unknownRequirement(String, nearest: String?)
  case keyOfLaterFormat(String, format: Int)
  case countInGradedLesson
  case allChoicesLast
  case choiceOfOthersNotLast(String)

  // Courses
  case notInCourse(String, path: String)
  case requiresInCircle([String])
  case beforeRequired(String, String)
  case unknownStep(String, of: String, nearest: String?, allowed: [String])
  case unknownQuestion(String, of: String, nearest: String?, allowed: [String])
  /// Two steps of a talk ask the same.
  case askedTwice(String, first: Int)
  /// Something is wrong with what a talk shows, in a line that it takes from a file.
  case faultOfTalk(String, text: String, path: String, line: Int)
}
