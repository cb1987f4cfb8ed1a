extension Problem {
  /// The code of each problem.
  ///
  /// New ones go to the end; a number is never used again.
  var code: String {
    let text = String(number)
    return "FL" + String(repeating: "0", count: 3 - text.count) + text
  }

  private var number: Int {
    switch self {
    case .notUTF8: 1
    case .utf16: 2
    case .tooLarge: 3
    case .nul: 4
    case .controlCharacter: 5
    case .lineTooLong: 6
    case .tooDense: 7
    case .nestedTooDeep: 8
    case .tab: 9
    case .unclosedFence: 10
    case .fenceInFence: 11
    case .mistakenFence: 12
    case .misplacedFence: 13
    case .indentedCode: 14
    case .underlinedHeading: 15
    case .headingWithoutSpace: 16
    case .html: 17
    case .unclosedComment: 18
    case .textAfterComment: 19
    case .unknownComment: 20
    case .misplacedComment: 21
    case .image: 22
    case .trailingSpaces: 23
    case .noTitle: 24
    case .secondTitle: 25
    case .titleAfterStep: 26
    case .emptyHeading: 27
    case .noSteps: 28
    case .beforeFirstStep: 29
    case .badID: 30
    case .duplicateID: 31
    case .noIDFromTitle: 32
    case .nestedHeading: 33
    case .placeholderInTitle: 34
    case .idleStep: 35
    case .noHeader: 36
    case .headerNotFirst: 37
    case .secondHeader: 38
    case .unknownFormat: 39
    case .titlesDiffer: 40
    case .badClassSeed: 131
    case .badLearner: 132
    case .badVersion: 41
    case .requiresItself: 42
    case .tomlSyntax: 43
    case .tomlRedefined: 44
    case .tomlEscape: 45
    case .tomlNesting: 46
    case .unknownKey: 47
    case .keyOfOtherKind: 48
    case .missingKey: 49
    case .wrongType: 50
    case .emptyText: 51
    case .notOneOf: 52
    case .badNumber: 53
    case .badName: 54
    case .badTolerance: 55
    case .badDomain: 56
    case .repeated: 57
    case .duplicateParameter: 58
    case .outsideRange: 59
    case .incompleteKnob: 60
    case .emptyFence: 61
    case .noHints: 62
    case .nothingRejected: 63
    case .unknownChoice: 64
    case .tooFewChoices: 65
    case .tooManyChoices: 66
    case .rightChoiceExplainedAsWrong: 67
    case .rightAndWrong: 68
    case .practiceWithPoints: 69
    case .unknownPlaceholder: 70
    case .givenAndVaried: 71
    case .noCellAfterPrediction: 72
    case .keyInReleasedCopy: 73
    case .badChoiceID: 74
    case .tomlUnclosed: 75
    case .tomlIncomplete: 76
    case .hiddenQuestion: 77
    case .tomlUnquoted: 78
    case .tomlBoolean: 79
    case .tomlCurledQuote: 80
    case .tomlFenceMark: 81
    case .sameChoice: 82
    case .allChoicesRight: 83
    case .rightChoiceLongest: 84
    case .rightChoicesLongest: 85
    case .rightChoicesAtOneLetter: 86
    case .lessonTwice: 87
    case .unknownRequirement: 88
    case .keyOfLaterFormat: 89
    case .countInGradedLesson: 90
    case .allChoicesLast: 91
    case .choiceOfOthersNotLast: 92
    case .notInCourse: 93
    case .requiresInCircle: 94
    case .beforeRequired: 95
    case .unknownStep: 96
    case .unknownQuestion: 97
    case .faultOfTalk: 98
    case .askedTwice: 99
    }
  }
}
