#Requires -Version 7.4
# Builds Leeward for Windows: dist\leeward (a folder that runs without Python) and the installer.
#
#   packaging\windows\build.ps1 [-Python py] [-SignCommand 'signtool sign /fd sha256 /sha1 … /tr … /td sha256'] [-NoInstaller]
#
# -SignCommand is called once for each file of ours, with the file's name at its end; without it nothing is signed
# and Windows says "unknown publisher". Needs Python 3.11 to 3.14 (x64) and, for the installer, Inno Setup 6.3.
# In PowerShell before 7.4 a command that failed would not end the build.
param(
    [string]$Python = "python",
    [string]$SignCommand = "",
    [switch]$NoInstaller
)
$ErrorActionPreference = "Stop"
$PSNativeCommandUseErrorActionPreference = $true
Set-Location (Join-Path $PSScriptRoot "..\..")

$found = Get-Command iscc -ErrorAction SilentlyContinue
$iscc = if ($found) { $found.Source } else { "${env:ProgramFiles(x86)}\Inno Setup 6\ISCC.exe" }
if (-not $NoInstaller -and -not (Test-Path $iscc)) { throw "no Inno Setup here; -NoInstaller makes the folder alone" }

$env:PYTHONHASHSEED = "0"
$env:PYTHONUTF8 = "1"
if (-not $env:SOURCE_DATE_EPOCH) { $env:SOURCE_DATE_EPOCH = (git log -1 --format=%ct) }

$venv = "build\venv"
$inVenv = "$venv\Scripts\python.exe"
if (-not (Test-Path $inVenv)) { & $Python -m venv $venv }
& $inVenv -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes `
    -r packaging\requirements.lock -r packaging\requirements-build.lock

& $inVenv packaging\texts.py compile | Out-Null
New-Item -ItemType Directory -Force build\frozen | Out-Null
& $inVenv packaging\windows\version_info.py build\frozen\version.txt
if (Test-Path dist\leeward) { Remove-Item -Recurse -Force dist\leeward }
& $inVenv -m PyInstaller --noconfirm --log-level WARN --workpath build\frozen --distpath dist packaging\frozen\leeward.spec

function Sign([string]$file) {
    if ($SignCommand) { Invoke-Expression "$SignCommand `"$file`"" }
}
Sign "dist\leeward\leeward.exe"
Sign "dist\leeward\leeward-console.exe"

if (-not $NoInstaller) {
    $version = & $inVenv -c "import sys; sys.path.insert(0, 'packaging/windows'); import version_info; print(version_info.version())"
    $options = @("/Q", "/DVersion=$version")
    # Inno Setup's own signs: $$ is a dollar, $q a quote, $f the file's name in quotes.
    $forSetup = $SignCommand.Replace('$', '$$').Replace('"', '$q')
    if ($SignCommand) { $options += @("/DSigned", "/Sleeward=$forSetup `$f") }
    & $iscc @options packaging\windows\leeward.iss
    Get-FileHash -Algorithm SHA256 "dist\leeward-$version-windows-x64.exe" | Format-List
}
