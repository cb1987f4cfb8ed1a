import ArgumentParser
import Grading

/// How a report is written.
enum GradeFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json

  func text(_ sheet: GradeSheet) -> String {
    switch self {
    case .text: sheet.text
    case .json: sheet.json
    }
  }
}

/// What says whose a transcript is.
enum IdentitySource: String, ExpressibleByArgument, CaseIterable { case header, file }
