import ArgumentParser
import TerminalText

/// Who plays.
struct LearnerOptions: ParsableArguments {
  @Option(name: .customLong("learner"), help: "The name that the transcripts bear.")
  var name: String?

  func validate() throws {
    guard let name else { return }
    let isFit = name == neutralised(name) && (1...60).contains(name.count) && name.utf8.count <= 180
    guard isFit, name.first != " ", name.last != " " else {
      throw ValidationError("--learner takes a name of 1 to 60 characters.")
    }
  }
}
