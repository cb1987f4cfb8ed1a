import Foundation
import TestSupport
import Testing

/// `fathom run`, end to end: the real program, its streams and its exit status.
@Suite("fathom run")
struct RunTests {
  private func run(
    _ text: String,
    _ arguments: String = "",
    environment: [String: String?] = [:]
  ) throws -> Fathom.Result {
    try Fathom().shell("fathom run \(arguments)", input: Array(text.utf8), environment: environment)
  }

  @Test func anOpenBracketLosesNothing() throws {
    let outcome = try run("s = 2\ns\nx = [1,\n2")
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("2\n"))
    #expect(outcome.errors.contains("stdin:3:5: error: This \"[\" is never closed"))
    #expect(outcome.errors.contains("  x = [1,\n      ^"))
  }

  @Test("results go to standard output, and the status is 0")
  func results() throws {
    let outcome = try run("s = 1.5\ns^2\nf(t) = t + 1\nf(s)\n")
    #expect(outcome.status == 0)
    #expect(outcome.output == "2.25\n2.5\n")
    #expect(outcome.errors == "")
  }

  @Test("a failed statement is told with its place; the others run; the status is 1")
  func failures() throws {
    let outcome = try run("1 + 1\n\n  2/0 # no\n3 3\n2 + 2")
    #expect(outcome.status == 1)
    #expect(outcome.output == "2\n4\n")
    #expect(
      outcome.errors == """
        stdin:3:5: error: This divides by zero. Float formats come to infinity, as in: \
        rounded(1e5, to: float16)
            2/0 # no
              ^
        stdin:4:1: error: "3 3" has nothing between its parts. For the product write 3 * 3
          3 3
          ^~~

        """
    )
  }

  @Test("a failing definition is told where it stands, once, and who needs it later")
  func failingDefinition() throws {
    let outcome = try run("a = 1/0\nb = 2*a\nb + 1\n")
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.errors.components(separatedBy: "stdin:1:7: error: ").count == 3)
    #expect(outcome.errors.hasSuffix("\n  needed in line 3\n"))
    #expect(!outcome.errors.contains("stdin:2"))
  }

  @Test("a definition may wait for a name that comes later")
  func waiting() throws {
    let outcome = try run("a = b\nb = 2\na\n")
    #expect(outcome.status == 0 && outcome.output == "2\n" && outcome.errors == "")
  }

  @Test("names that never came are told at the end, each once, and the status is 1")
  func neverCame() throws {
    let outcome = try run("y = q + 1\nz = 2*q\nw = 3*p\nf(t) = t\np = 4\nw\n")
    #expect(outcome.status == 1)
    #expect(outcome.output == "12\n")
    #expect(
      outcome.errors == """
        stdin:1:5: error: There is no "q". To make one: q = 1.5
          y = q + 1
              ^

        """
    )
    // What a figure's over sets comes nowhere else.
    let figure = try run("y = k^2\ntable y over k in [2, 3]\n")
    #expect(figure.status == 0 && figure.errors == "")
  }

  @Test("a pipe's later pieces know the lines of the earlier ones")
  func pieces() throws {
    // Far more than is read at once.
    let filler = String(repeating: "# " + String(repeating: "x", count: 98) + "\n", count: 5000)
    let outcome = try run("a = 1/s\ns = 0\n\(filler)a\n1/0\n(\(filler)")
    #expect(outcome.errors.contains("stdin:1:7: error: "))
    #expect(outcome.errors.contains("needed in line 5003"))
    #expect(outcome.errors.contains("stdin:5004:3: error: "))
    #expect(outcome.errors.contains("stdin:5005:1: error: This \"(\" is never closed"))
  }

  @Test("a statement's result is there before the next line is")
  func atOnce() throws {
    let process = Process()
    process.executableURL = URL(filePath: Fathom.program)
    process.arguments = ["run"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data("1 +\n".utf8))
    input.fileHandleForWriting.write(Data("1\n".utf8))
    #expect(output.fileHandleForReading.availableData == Data("2\n".utf8))
    input.fileHandleForWriting.write(Data("[3,\n4]".utf8))
    try input.fileHandleForWriting.close()
    #expect(try output.fileHandleForReading.readToEnd() == Data("[3, 4]\n".utf8))
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test("a file is named as it was given")
  func file() throws {
    let fathom = try Fathom()
    let path = try fathom.write("1 + 1\nnosuch", "a b ŷ.fathom")
    let outcome = try fathom.shell("fathom run '\(path)'")
    #expect(outcome.status == 1)
    #expect(outcome.output == "2\n")
    #expect(outcome.errors.hasPrefix("\(path):2:1: error: There is no \"nosuch\"."))
    let strange = try Fathom().shell("printf '1/0' > $'a\\e[31m'; fathom run $'a\\e[31m'")
    #expect(strange.errors.hasPrefix("a^[[31m:1:3: error: "))
  }

  @Test("a file that cannot be read is no usage error")
  func unreadable() throws {
    let missing = try Fathom().shell("fathom run /nowhere/x")
    #expect(missing.status == 1)
    #expect(missing.errors == "Error: \"/nowhere/x\" cannot be read: No such file or directory.\n")
    let folder = try Fathom().shell("fathom run /tmp")
    #expect(folder.status == 1)
    #expect(folder.errors == "Error: \"/tmp\" cannot be read: Is a directory.\n")
    #expect(try Fathom().shell("fathom run < /tmp").status == 1)
    let closed = try Fathom().shell("fathom run <&-")
    #expect(closed.status == 1 && closed.errors.contains("cannot be read"))
  }

  @Test(
    "empty input is nothing, and done",
    arguments: ["", "\n", "# nothing\n", "\u{FEFF}", " \r\n\t"]
  )
  func empty(_ text: String) throws {
    let outcome = try run(text)
    #expect(outcome.status == 0 && outcome.output == "" && outcome.errors == "")
  }

  @Test(
    "line ends of every kind, and none at the end",
    arguments: [
      "x = 1\nx\nx + 1", "x = 1\r\nx\r\nx + 1\r\n", "x = 1\rx\rx + 1", "\u{FEFF}x = 1\nx\nx + 1\n",
    ]
  )
  func lineEnds(_ text: String) throws {
    let outcome = try run(text)
    #expect(outcome.output == "1\n2\n" && outcome.status == 0)
  }

  @Test("bytes that are not UTF-8 are refused where they stand")
  func invalidBytes() throws {
    let outcome = try Fathom().shell(
      "fathom run",
      input: Array("1 + 1\n2 + ".utf8) + [0xFF, 0x0A, 0x33]
    )
    #expect(outcome.output == "2\n3\n")
    #expect(outcome.errors.hasPrefix("stdin:2:5: error: Here stand bytes that are not UTF-8"))
    let wide = try Fathom().shell("fathom run", input: [0xFF, 0xFE, 0x31, 0, 0x0A, 0])
    #expect(wide.status == 1 && wide.errors.contains("not UTF-8"))
  }

  @Test("nothing but text goes into a pipe")
  func noEscapes() throws {
    let text = "help\nplot [1, 2, 3]\n1/0\nnorm = 3\n"
    let outcome = try run(text)
    #expect(!(outcome.output + outcome.errors).contains("\u{1B}"))
    let asked = try run(text, environment: ["NO_COLOR": "1", "FORCE_COLOR": "1"])
    #expect(asked.output == outcome.output && asked.errors == outcome.errors)
    let dumb = try run(text, environment: ["TERM": "dumb"])
    #expect(dumb.output == outcome.output)
  }

  @Test(
    "the locale changes no byte",
    arguments: ["C", "POSIX", "de_DE.UTF-8", "tr_TR.UTF-8", "", "nonsense"]
  )
  func locale(_ name: String) throws {
    let text = "ŷ = 1.5\nŷ^9999\nderive(network(1.5*identity(2), depth: 3))\n1 $ 2\nhelp numbers\n"
    let usual = try run(text)
    let other = try Fathom().shell(
      "env LANG='\(name)' LC_ALL='\(name)' \"$FATHOM\" run",
      input: Array(text.utf8)
    )
    #expect(other.output == usual.output)
    #expect(other.errors == usual.errors)
    #expect(usual.output.contains("ŷ = "))
  }

  @Test("a reader that leaves ends the program quietly")
  func closedPipe() throws {
    let many = String(repeating: "help\n", count: 2000)
    let outcome = try Fathom().shell(
      "fathom run | head -n 1; echo ${PIPESTATUS[0]}",
      input: Array(many.utf8)
    )
    #expect(outcome.output.split(separator: "\n").last == "0")
    #expect(outcome.errors == "")
  }

  @Test("a full disk is told")
  func fullDisk() throws {
    let outcome = try Fathom().shell("fathom run > /dev/full", input: Array("1 + 1\n1 + 1\n".utf8))
    #expect(outcome.status == 1)
    #expect(outcome.errors == "Error: The output cannot be written: No space left on device.\n")
  }

  @Test(
    "usage errors leave with 2",
    arguments: [
      "--nosuch", "a b", "--columns 19", "--columns 501", "--columns abc", "--columns", "--rows 2",
      "--rows 201", "--columns -1", "--columns 99999999999999999999",
    ]
  )
  func usage(_ arguments: String) throws {
    let outcome = try Fathom().shell("fathom run \(arguments)")
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("Usage: fathom run"))
  }

  @Test("output keeps within its columns", arguments: [20, 37, 80, 500])
  func columns(_ columns: Int) throws {
    let text = """
      help network
      plot [1, 5, 2]
      table rms([1, 2])*t over t in 1...30
      normal(100)
      derive(network(1.1*identity(2), depth: 152))
      """
    let outcome = try run(text, "--columns \(columns)")
    #expect(outcome.status == 0)
    for line in outcome.output.split(separator: "\n") { #expect(line.count <= columns) }
    let long = try run("1" + String(repeating: " + 1", count: 200) + " $", "--columns \(columns)")
    for line in long.errors.split(separator: "\n").dropFirst() { #expect(line.count <= columns) }
  }

  @Test("figures in words, where that is asked for")
  func words() throws {
    let text = "plot 1.5^l over l in 0...20\n"
    let outcome = try run(text, environment: ["FATHOM_PLOT": "text"])
    #expect(outcome.output.contains("×1.5 per"))
    #expect(!outcome.output.contains("|"))
  }

  @Test("rows bound a figure's height", arguments: [3, 10, 40])
  func rows(_ rows: Int) throws {
    let outcome = try run("plot [1, 5, 2]\n", "--rows \(rows)")
    #expect(outcome.output.split(separator: "\n").count <= rows)
  }
}
