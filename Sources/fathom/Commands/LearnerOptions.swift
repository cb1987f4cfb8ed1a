import ArgumentParser
import Lessons

/// Who plays.
struct LearnerOptions: ParsableArguments {
  @Option(name: .customLong("learner"), help: "The name that the transcripts bear.")
  var name: String?

  func validate() throws {
    guard name == nil || name.flatMap({ LearnerName($0) }) != nil else {
      throw ValidationError("--learner takes a name of 1 to 60 characters.")
    }
  }
}
