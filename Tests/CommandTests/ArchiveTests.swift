import Foundation
import SessionSupport
import TestSupport
import Testing

/// `fathom grade` on archives, which Python makes.
struct ArchiveTests {
  private let fathom: Fathom
  private let ada: String
  private let grace: String

  init() throws {
    fathom = try Fathom.growth()
    let lesson = try Growth.lesson()
    ada = String(decoding: Classroom.file(Growth.diligent, "Ada", lesson), as: UTF8.self)
    grace = String(decoding: Classroom.file(["", "30"], "Grace", lesson), as: UTF8.self)
    try fathom.write(ada, "ada")
    try fathom.write(grace, "grace")
  }

  /// Runs Python in the home of the test; `ada` and `grace` are the bytes of two files.
  private func python(_ script: String) throws {
    let before = """
      import io, tarfile, zipfile
      ada, grace = open("ada", "rb").read(), open("grace", "rb").read()
      def zipped(*members):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
          for name, content in members: archive.writestr(name, content)
        return out.getvalue()
      def write(name, content):
        with open(name, "wb") as file: file.write(content)
      def tarred(name, mode, *members):
        with tarfile.open(name, mode) as archive:
          for name, content, kind, target in members:
            info = tarfile.TarInfo(name)
            info.type, info.linkname, info.size = kind, target, len(content)
            archive.addfile(info, io.BytesIO(content))

      """
    try fathom.write(before + script, "make.py")
    let made = try fathom.shell("python3 make.py")
    try #require(made.status == 0, "\(made.errors)")
  }

  private func grade(_ arguments: String...) throws -> Fathom.Result {
    try fathom.run(["grade"] + arguments + ["--lesson", "growth"])
  }

  /// An archive is marked as the folder of what is in it: the same bytes in every report.
  @Test(arguments: ["zip", "tar", "tar.gz", "tar.bz2", "tar.xz"])
  func anArchiveIsAFolder(_ ending: String) throws {
    try python(
      """
      import os, shutil
      os.makedirs("class/Ada_7_assignsubmission_file_")
      write("class/Ada_7_assignsubmission_file_/growth.transcript", ada)
      write("class/grace_LATE_4711_99_growth.transcript", grace)
      write("class/paper.pdf", b"%PDF")
      """
    )
    for format in ["text", "json", "csv", "junit"] {
      let whole = try grade("class", "--identity", "file", "--format", format)
      // The archive has the folder's name, so that paths are the same.
      let form = ["tar.gz": "gztar", "tar.bz2": "bztar", "tar.xz": "xztar"][ending] ?? ending
      try python("import shutil; shutil.make_archive('class', '\(form)', 'class')")
      let file = "class.\(ending)"
      let packed = try grade(file, "--identity", "file", "--format", format)
      #expect(packed.status == 0 && whole.status == 0, "\(packed.errors)")
      #expect(packed.output.replacing(file + "/", with: "class/") == whole.output)
      #expect(packed.errors.replacing(file + "/", with: "class/") == whole.errors)
    }
  }

  /// What must not be taken is named, and the rest is marked; nothing is written anywhere.
  @Test func whatIsNoFileIsNamed() throws {
    try python(
      """
      file, link, hard, pipe, device = b"0", b"2", b"1", b"6", b"3"
      tarred("class.tar", "w", ("ada.transcript", ada, file, ""),
        ("../up.transcript", ada, file, ""), ("a/../../b.transcript", ada, file, ""),
        ("/tmp/fathom-absolute.transcript", ada, file, ""),
        ("link.transcript", b"", link, "/etc/passwd"),
        ("hard.transcript", b"", hard, "ada.transcript"), ("pipe.transcript", b"", pipe, ""),
        ("null.transcript", b"", device, ""), ("ada.transcript", grace, file, ""),
        ("\\x1b[2J\\u202eevil.transcript", grace, file, ""), ("empty.transcript", b"", file, ""),
        ("large.transcript", b"x" * (17 << 20), file, ""), ("n" * 2000, grace, file, ""),
        ("notes.txt", b"hello", file, ""), (".hidden.transcript", ada, file, ""))
      write("c.zip", zipped(("C:\\\\x.transcript", ada), ("..\\\\y.transcript", ada)))
      """
    )
    let result = try grade("class.tar", "c.zip")
    #expect(result.status == 1)
    let outside = "names a place outside of its archive."
    for line in [
      "class.tar/ada.transcript: Ada (a claim): 7.5 of 8.5",
      "\"class.tar/../up.transcript\" \(outside)",
      "\"class.tar/a/../../b.transcript\" \(outside)",
      "\"class.tar/tmp/fathom-absolute.transcript\" \(outside)",
      "\"class.tar/link.transcript\" is a link, and no link is followed in an archive.",
      "\"class.tar/hard.transcript\" is a link, and no link is followed in an archive.",
      "\"class.tar/pipe.transcript\" is a pipe, not a file.",
      "\"class.tar/null.transcript\" is a device, not a file.",
      "\"class.tar/ada.transcript (2)\" has the name of another member of its archive",
      "evil.transcript: Grace (a claim): 0.5 of 8.5",
      "class.tar/empty.transcript: not graded. The file is empty.",
      "\"class.tar/large.transcript\" has more than 16 MB; no transcript is larger.",
      "has a name that is too long.",
      "\"c.zip/C:/x.transcript\" \(outside)", "\"c.zip/../y.transcript\" \(outside)",
    ] {
      #expect(result.output.contains(line), "\(line)\n\(result.output)")
    }
    #expect(result.errors.contains("class.tar/notes.txt is no transcript and was left aside."))
    #expect(!(result.output + result.errors).contains("\u{1B}"))
    #expect(!(result.output + result.errors).contains("\u{202E}"))
    #expect(!result.output.contains("root:") && !result.output.contains("hidden"))
    #expect(!FileManager.default.fileExists(atPath: "/tmp/fathom-absolute.transcript"))
    #expect(!FileManager.default.fileExists(atPath: fathom.path("up.transcript")))
  }

  /// Archives that are broken in their own ways have each an outcome, and the others are marked.
  @Test func brokenArchivesStopNothing() throws {
    try python(
      """
      whole = zipped(("ada.transcript", ada))
      write("good.zip", whole)
      write("nothing.zip", zipped())
      write("empty.zip", b"")
      write("noise.zip", bytes(range(256)) * 40)
      write("paper.zip", zipped(("paper.pdf", b"%PDF")))
      tarred("tgz", "w:gz", ("ada.transcript", ada, b"0", ""), ("grace.transcript", grace, b"0", ""))
      write("torn.tgz", open("tgz", "rb").read()[:-200])
      flags = bytearray(whole)
      flags[6] |= 1
      flags[whole.rindex(b"PK\\x01\\x02") + 8] |= 1
      write("locked.zip", bytes(flags))
      inner = zipped(("ada.transcript", ada))
      middle = zipped(("grace.transcript", grace), ("inner.zip", inner))
      write("outer.zip", zipped(("ada_12_34_work.zip", zipped(("growth.transcript", ada))), ("middle.zip", middle)))
      """
    )
    let files = [
      "good", "nothing", "empty", "noise", "paper", "locked", "outer",
    ].map { $0 + ".zip" }
    let result = try fathom.run(
      ["grade"] + files + ["torn.tgz", "noise.zip", "--lesson", "growth", "--identity", "file"]
    )
    #expect(result.status == 1)
    // One that is named twice is told once.
    #expect(result.output.components(separatedBy: "noise.zip: not graded.").count == 2)
    for line in [
      "good.zip/ada.transcript: ada (by the file's name): 7.5 of 8.5",
      "\"nothing.zip\" holds no transcript.",
      "\"paper.zip\" holds no transcript.", "\"noise.zip\" cannot be unpacked (",
      "\"empty.zip\" ", "\"locked.zip/ada.transcript\" is encrypted.",
      "outer.zip/ada_12_34_work.zip/growth.transcript: ada (by the file's name): 7.5 of 8.5",
      "outer.zip/middle.zip/grace.transcript",
      "\"outer.zip/middle.zip/inner.zip\" is an archive in an archive in another one",
      "\"torn.tgz",
    ] {
      #expect(result.output.contains(line), "\(line)\n\(result.output)")
    }
  }

  /// A bomb ends at its bound, in little memory; what stood before it is marked.
  @Test func aBombEndsAtItsBound() throws {
    try python(
      """
      with zipfile.ZipFile("bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("0.transcript", ada)
        zeros = b"\\0" * (15 << 20)
        for number in range(1, 80): archive.writestr(f"{number}.pdf.transcript", zeros)
      with zipfile.ZipFile("many.zip", "w") as archive:
        for number in range(100_001): archive.writestr(f"{number}", b"")
      """
    )
    let many = try grade("many.zip")
    #expect(many.status == 1)
    #expect(many.output.contains("\"many.zip\" has more than 100000 members."))
    let spool = fathom.path("spool")
    try FileManager.default.createDirectory(atPath: spool, withIntermediateDirectories: true)
    // Two shards of a hundred are the archive itself and its first member.
    var told = ""
    for shard in ["1", "2"] {
      try fathom.run(
        ["grade", "bomb.zip", "--lesson", "growth", "--shard", "\(shard)/100", "--results", shard],
        environment: ["TMPDIR": spool]
      )
      told += try fathom.read(fathom.path(shard))
    }
    #expect(told.contains("\"bomb.zip/0.transcript\"") && told.contains("\"claimed\":\"Ada\""))
    #expect(told.contains("holds more than 1024 MB of transcripts. The first ones were read."))
    #expect(try FileManager.default.contentsOfDirectory(atPath: spool).isEmpty)
  }

  /// Shards and a run that goes on find the same members.
  @Test func shardsOfAnArchive() throws {
    try python(
      "write('class.zip', zipped(*[(f'{n}.transcript', [ada, grace][n % 2]) for n in range(9)]))"
    )
    let whole = try grade("class.zip")
    for shard in 1...2 {
      for _ in 1...2 {
        let result = try grade(
          "class.zip",
          "--shard",
          "\(shard)/2",
          "--results",
          "\(shard).results"
        )
        #expect(result.status == 0, "\(result.errors)")
      }
    }
    #expect(try grade("1.results", "2.results", "--merge").output == whole.output)
    #expect(whole.output.components(separatedBy: ": 7.5 of 8.5").count == 6)
  }

  /// Where libarchive is missing, the package is named and other files are marked.
  @Test func withoutLibarchive() throws {
    try python("write('class.zip', zipped(('ada.transcript', ada)))")
    try fathom.write(grace, "grace.transcript")
    // A library of that name which the loader finds first and cannot use.
    try fathom.write("no library", "libarchive.so.13")
    let result = try fathom.run(
      ["grade", "class.zip", "grace.transcript", "--lesson", "growth"],
      environment: [
        "LD_LIBRARY_PATH": fathom.home + ":"
          + (ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "")
      ]
    )
    #expect(result.status == 1)
    #expect(result.output.contains("On Debian: apt-get install libarchive13."))
    #expect(result.output.contains("grace.transcript: Grace (a claim): 0.5 of 8.5"))
  }
}
