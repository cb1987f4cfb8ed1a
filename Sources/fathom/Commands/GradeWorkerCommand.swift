import ArgumentParser
import Glibc
import Lessons

/// What `grade` starts several times: marks the files whose paths it reads.
struct GradeWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Worker.command,
    abstract: "Mark the files whose paths are read from standard input.",
    shouldDisplay: false
  )

  @Argument(help: "The lessons' files.")
  var lessons: [String]

  @Option(help: "Seconds of processor time for a file.")
  var seconds: Int

  @Option(name: .customLong("class"), help: "The seed of the class.")
  var classSeed: ClassSeed?

  @Option(help: "Megabytes of memory.")
  var megabytes: Int

  mutating func run() throws {
    OwnProcess.limitMemory(megabytes: megabytes)
    let spool = Spool(descriptor: OwnProcess.spoolDescriptor)
    var task = try GradingTask(lessons: lessons, classSeed: classSeed)
    var pending: [UInt8] = []
    var path: String?
    while let chunk = try InputFile.chunk(of: STDIN_FILENO, "stdin") {
      pending += chunk
      while let end = pending.firstIndex(of: 0) {
        let text = String(decoding: pending[..<end], as: UTF8.self)
        pending.removeSubrange(...end)
        guard let first = path else {
          path = text
          continue
        }
        path = nil
        // Its signal ends the process: whoever started it knows which file it was.
        OwnProcess.alarm(after: seconds)
        let record = task.record(HandedIn(path: first, request: text), in: spool)
        OwnProcess.alarm(after: 0)
        try Terminal.send(record + "\n", to: STDOUT_FILENO)
      }
    }
  }
}
