#Requires -Version 7.4
# Installs the installer that was built, without a question and without an administrator, tries the program, and
# removes it again: a journal that was there must be there after, byte for byte.
$ErrorActionPreference = "Stop"
$PSNativeCommandUseErrorActionPreference = $true
Set-Location (Join-Path $PSScriptRoot "..\..")

$made = Get-ChildItem dist\leeward-*-windows-x64.exe | Sort-Object LastWriteTime -Descending
$installer = ($made | Select-Object -First 1).FullName
$place = "$env:LOCALAPPDATA\Programs\Leeward"
$journals = "$env:LOCALAPPDATA\Leeward\journal"
New-Item -ItemType Directory -Force $journals | Out-Null
Set-Content "$journals\kept.txt" "stays"
$before = (Get-FileHash "$journals\kept.txt").Hash

Start-Process -Wait $installer -ArgumentList "/VERYSILENT", "/SUPPRESSMSGBOXES", "/NORESTART"
if (-not (Test-Path "$place\leeward.exe")) { throw "not installed in $place" }
$openWith = "HKCU:\Software\Classes\.zip\OpenWithProgids"
if ((Get-Item $openWith).Property -notcontains "Leeward.Backup") { throw "not offered for zip files" }
python packaging\smoke.py "$place\leeward-console.exe" "$place\leeward.exe"

Start-Process -Wait "$place\unins000.exe" -ArgumentList "/VERYSILENT", "/SUPPRESSMSGBOXES", "/NORESTART"
$until = (Get-Date).AddSeconds(60) # the uninstaller goes on in a copy of itself
while ((Test-Path "$place\leeward.exe") -and (Get-Date) -lt $until) { Start-Sleep -Milliseconds 200 }
if (Test-Path "$place\leeward.exe") { throw "still in $place" }
if ((Get-FileHash "$journals\kept.txt").Hash -ne $before) { throw "a journal was touched" }
if ((Get-Item $openWith).Property -contains "Leeward.Backup") { throw "still offered for zip files" }
if (Test-Path "HKCU:\Software\Classes\Leeward.Backup") { throw "the association is still there" }
