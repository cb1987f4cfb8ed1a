import Grading

/// The autograder of a lesson for Gradescope: what is in the zip that an instructor uploads.
///
/// The service unpacks it in `/autograder/source`, runs `setup.sh` once, and for each submission
/// `run_autograder`, which leaves `/autograder/results/results.json`.
struct GradescopeBundle {
  let members: [BundleMember]

  /// `isOwn` says that only a file counts whose name is that of somebody who handed it in.
  init(
    _ program: OwnProgram,
    _ lesson: BundledLesson,
    _ visibility: GradeSheet.Visibility,
    isOwn: Bool
  ) throws {
    let submitters = isOwn ? " --roster /autograder/submission_metadata.json" : ""
    let run = Self.run(
      program.environment,
      "\(lesson.options)\(submitters) --visibility \(visibility.rawValue)"
    )
    members =
      program.members + (try lesson.members())
      + [
        BundleMember("setup.sh", Self.setUp, isProgram: true),
        BundleMember("run_autograder", run, isProgram: true),
      ]
  }

  private static let setUp = """
    #!/bin/bash
    # Nothing to install: the program brings what it needs.

    """

  /// Nothing but the shell itself is used: an image need not have more.
  private static func run(_ environment: String, _ options: String) -> String {
    """
    #!/bin/bash
    # Marks what was handed in; what goes wrong is told in place of marks, so that nobody waits for a result.
    here=/autograder/source
    results=/autograder/results
    \(environment)"$here/fathom" grade /autograder/submission \\
      \(options) \\
      --format gradescope --output "$results/results.json" --force
    [ -s "$results/results.json" ] ||
      printf '{"score": 0, "output": "This could not be marked; your instructor sees why."}\\n' >"$results/results.json"

    """
  }
}
