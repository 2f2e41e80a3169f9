@echo off
rem Builds the plugin and the tool on Windows x64: out\plugin and out\bin. Needs the .NET SDK 10 and Visual Studio's C++ tools; run it in
rem the "x64 Native Tools Command Prompt". Nobody has tried it on Windows yet: what is shipped is linked on Linux, by ./build.sh windows.
setlocal
cd /d "%~dp0"
where cl >nul 2>nul
if errorlevel 1 (
  echo cl.exe is not in PATH: run this in Visual Studio's "x64 Native Tools Command Prompt".
  exit /b 1
)

dotnet build DrumSpaceVst.sln -c Release -v quiet
if errorlevel 1 exit /b 1
dotnet publish src\DrumSpace.Plugin -c Release -r win-x64 -p:IlcUseEnvironmentalTools=true -v quiet -o out\.plugin
if errorlevel 1 exit /b 1
dotnet publish src\DrumSpace.Cli -c Release --no-build -v quiet -o out\bin
if errorlevel 1 exit /b 1

rem As eng/plugin/publish-windows.sh lays them out: the plugin, what it loads beside it, and the VST3 bundle that has all of it again.
set plugin=out\plugin
set bundle=%plugin%\DrumSpace.vst3\Contents
if exist %plugin% rmdir /s /q %plugin%
mkdir %bundle%\Resources
for %%f in (%plugin% %bundle%\x86_64-win) do (
  xcopy /q /e /i presets\models %%f\models >nul
  copy /y out\.plugin\onnxruntime.dll %%f >nul
  copy /y out\.plugin\libSkiaSharp.dll %%f >nul
)
copy /y out\.plugin\DrumSpace.dll %plugin%\DrumSpace.dll >nul
copy /y out\.plugin\DrumSpace.dll %plugin%\DrumSpace.clap >nul
copy /y out\.plugin\DrumSpace.dll %bundle%\x86_64-win\DrumSpace.vst3 >nul
for /f "tokens=3 delims=<>" %%v in ('findstr "<Version>" Directory.Build.props') do set version=%%v
powershell -NoProfile -Command "(Get-Content eng/plugin/moduleinfo.json) -replace '@VERSION@', '%version%' | Set-Content %bundle%/Resources/moduleinfo.json"
if errorlevel 1 exit /b 1
rmdir /s /q out\.plugin
echo Built: %plugin%, out\bin\drumspace.exe
