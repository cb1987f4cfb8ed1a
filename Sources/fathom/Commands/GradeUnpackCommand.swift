import ArgumentParser
import Glibc

/// What `grade` starts for an archive: its transcripts go to the spool, and what it holds is told.
struct GradeUnpackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Unpacking.command,
    abstract: "Take the transcripts out of an archive.",
    shouldDisplay: false
  )

  @Argument(help: "The archive.")
  var archive: String

  @Option(help: "How many bytes the spool has already.")
  var start: Int

  mutating func run() throws {
    OwnProcess.limitMemory(megabytes: Unpacker.megabytes)
    OwnProcess.alarm(after: Unpacker.seconds)
    var unpacker = Unpacker(spool: Spool(descriptor: OwnProcess.spoolDescriptor)) { member in
      try Terminal.send(member.record, to: STDOUT_FILENO)
    }
    try unpacker.unpack(archive, from: start)
  }
}
