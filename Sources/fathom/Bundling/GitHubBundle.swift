import Sessions

/// What GitHub Classroom needs in the repository from which each learner's is made: a workflow, and
/// what it runs.
struct GitHubBundle {
  let members: [BundleMember]

  private static let folder = ".github/fathom"
  /// The name under which Classroom looks for it.
  private static let workflow = ".github/workflows/classroom.yml"

  /// Passed is who has so many points, in hundredths.
  init(_ program: OwnProgram, _ lesson: BundledLesson, minimum: Int) throws {
    let inner =
      program.members + (try lesson.members())
      + [
        BundleMember(
          "grade",
          Self.script(program.environment, lesson.options, minimum),
          isProgram: true
        )
      ]
    let text = Self.text(lesson.id, points: (minimum + 99) / 100)
    members =
      inner.map { BundleMember("\(Self.folder)/\($0.path)", $0.bytes, isProgram: $0.isProgram) }
      + [BundleMember(Self.workflow, text)]
  }

  private static func script(_ environment: String, _ options: String, _ minimum: Int) -> String {
    """
    #!/bin/bash
    # Marks the transcripts of a folder, else of the current one; the exit status says whether they pass.
    here=${BASH_SOURCE[0]%/*}
    \(environment)exec "$here/fathom" grade "${1:-.}" \(options) --minimum \(pointsText(minimum))

    """
  }

  /// Classroom's own steps give all points or none, by the exit status.
  private static func text(_ id: String, points: Int) -> String {
    """
    # Marks what is pushed. Whoever can read this repository can read the keys of its lesson: for marks that
    # count, collect the repositories and run `fathom grade FOLDER --identity folder` where the keys are yours.
    name: Autograding Tests
    "on": [push, workflow_dispatch, repository_dispatch]
    permissions:
      checks: write
      actions: read
      contents: read
    jobs:
      run-autograding-tests:
        runs-on: ubuntu-latest
        if: github.actor != 'github-classroom[bot]'
        steps:
          - name: Fetch what was handed in
            uses: actions/checkout@v4
          - name: Mark it
            id: fathom
            uses: classroom-resources/autograding-command-grader@v1
            with:
              test-name: "\(id)"
              setup-command: ""
              command: "bash \(folder)/grade"
              timeout: 10
              max-score: \(points)
          - name: Report the points
            uses: classroom-resources/autograding-grading-reporter@v1
            env:
              FATHOM_RESULTS: "${{steps.fathom.outputs.result}}"
            with:
              runners: fathom

    """
  }
}
